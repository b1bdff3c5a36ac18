// Slow hunts for slow inputs. It makes texts of the tables' words, of punctuation
// and of markup, repeated to several sizes, has them read, and prints those whose
// time per byte grows with the size, or is far above the usual:
//
//	go run ./internal/slow -for 10m -log slow.log
//
// The texts follow from the seed and their number. With -log each finding is
// written to a file, too, and how far the hunt is: the same command goes on from
// there. The last thing it prints is the worst of all that it found. With -from and
// -n certain texts are read again, with -piece a text of one's own:
//
//	go run ./internal/slow -reader Note -piece '"www. a "'
package main

import (
	"flag"
	"fmt"
	"os"
	"time"
)

func main() {
	var h hunter
	flag.Uint64Var(&h.Seed, "seed", 1, "the `number` that the texts follow from")
	flag.Uint64Var(&h.Next, "from", 0, "the `number` of the first text")
	n := flag.Uint64("n", 1<<62, "how `many` texts are read")
	long := flag.Duration("for", time.Minute, "how `long` the hunt is")
	log := flag.String("log", "", "the `file` of what is found, from which the next hunt goes on")
	only := flag.String("reader", "", "the one `reader` that is measured: All, Note, Text, text, markdown, html or latex")
	worst := flag.Int("worst", 40, "how `many` findings are printed at the end")
	piece := flag.String("piece", "", "a `piece`, quoted as in Go, to be read alone; {n} in it is a number that counts upwards")
	root := flag.String("root", ".", "the `folder` of the module")
	flag.Parse()
	defer alone()()
	err := h.load(*root, *only, *log)
	switch {
	case err != nil:
	case *piece != "":
		err = h.try(*piece)
	default:
		err = h.run(*n, time.Now().Add(*long))
		defer h.print(*worst)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
