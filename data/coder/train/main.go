// Command train makes the weights by which the coder ranks what its rules see.
//
//	go run ./data/coder/train -out data/coder/weights.tsv.gz GOLD TEXTS [GOLD TEXTS]…
//	go run ./data/coder/train -leave-out 8 GOLD TEXTS [GOLD TEXTS]…
//
// GOLD is a file of coded statements (JSON Lines), TEXTS the folder of its
// digests. The same texts give the same weights. With -leave-out it trains as
// many times without a part of the digests, and prints how well those are coded.
package main

import (
	"compress/gzip"
	"context"
	"flag"
	"fmt"
	"os"

	"tachiba/data/coder"
	"tachiba/data/coder/rank"
	"tachiba/data/lexicon"
)

var (
	out      = flag.String("out", "", "write the weights to this file")
	leaveOut = flag.Int("leave-out", 0, "leave digests out in so many parts")
	least    = flag.Float64("least", coder.Enough, "with -leave-out: code what is said with this probability")
	show     = flag.String("show", "", "with -leave-out: print what is wrong in this set")
	options  = rank.Options{Seed: 1}
)

func main() {
	flag.IntVar(&options.Rounds, "rounds", 8, "how often each example is seen")
	flag.Float64Var(&options.Rate, "rate", 0.1, "how fast weights move")
	flag.Float64Var(&options.L1, "l1", 1, "how much small weights are held at zero")
	flag.Float64Var(&options.L2, "l2", 1, "how much large weights are held down")
	flag.IntVar(&options.Often, "often", 2, "leave out features that are seen in fewer statements")
	flag.Parse()
	if err := run(flag.Args()); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	lex, err := lexicon.Default()
	if err != nil {
		return err
	}
	if len(args) == 0 || len(args)%2 != 0 {
		return fmt.Errorf("want pairs of GOLD and TEXTS")
	}
	names := map[rank.Feature]string{}
	var sets []*set
	for ; len(args) > 0; args = args[2:] {
		s, err := load(args[0], args[1])
		if err != nil {
			return err
		}
		if err := s.see(context.Background(), coder.ByRule(lex), names); err != nil {
			return err
		}
		sets = append(sets, s)
	}
	if *leaveOut > 0 {
		if err := cross(lex, sets, *leaveOut); err != nil {
			return err
		}
	}
	if *out == "" {
		return nil
	}
	return write(rank.Train(examples(sets, func(int) bool { return true }), options), names)
}

// write writes the weights, packed.
func write(m *rank.Model, names map[rank.Feature]string) error {
	f, err := os.Create(*out)
	if err != nil {
		return err
	}
	pack, err := gzip.NewWriterLevel(f, gzip.BestCompression)
	if err != nil {
		return err
	}
	if err := m.Write(pack, names); err != nil {
		return err
	}
	if err := pack.Close(); err != nil {
		return err
	}
	fmt.Printf("%d features\n", m.Len())
	return f.Close()
}
