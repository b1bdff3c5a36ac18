package footnote
import ("testing";"os";"fmt";"path/filepath";"time";"sort")
func TestCorp(t *testing.T){
 dir:=os.Getenv("CORPUS"); if dir=="" {t.Skip()}
 fs,_:=filepath.Glob(dir)
 for _,f:=range fs{
 b,_:=os.ReadFile(f)
 s:=time.Now()
 d:=Text(string(b))
 el:=time.Since(s)
 c:=map[ProblemKind]int{}
 for _,p:=range d.Problems{c[p.Kind]++}
 ks:=[]string{}; for k,n:=range c{ks=append(ks,fmt.Sprintf("%s:%d",k,n))}; sort.Strings(ks)
 first,last:="",""; if len(d.Notes)>0{first=d.Notes[0].Label;last=d.Notes[len(d.Notes)-1].Label}
 fmt.Printf("%s %dB %v notes=%d (%s..%s) marks=%d tail=%d %v\n",filepath.Base(f),len(b),el,len(d.Notes),first,last,len(d.Marks),len(d.Tail.Text),ks)
 }
}
