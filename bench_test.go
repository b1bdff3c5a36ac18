package hereinafter_test

import (
	"os"
	"testing"

	"github.com/hereinafter/hereinafter"
)

// BenchmarkText reads and links opinions: first the whole call, then with the
// JSON lines and the keys of the authorities.
func BenchmarkText(b *testing.B) {
	data, err := os.ReadFile("testdata/bench/opinions.txt")
	if err != nil {
		b.Fatal(err)
	}
	text := string(data)
	b.Run("read", func(b *testing.B) {
		b.SetBytes(int64(len(text)))
		for b.Loop() {
			hereinafter.Text(text)
		}
	})
	b.Run("lines", func(b *testing.B) {
		b.SetBytes(int64(len(text)))
		for b.Loop() {
			for range hereinafter.Text(text).Lines("") {
			}
		}
	})
}
