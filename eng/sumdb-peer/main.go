// Holds what eng/Policing.AuditProof wrote against Go's golang.org/x/mod/sumdb: checkpoints open, every entry is under the signed root by
// its tiles, proofs hold, and none of them holds once a bit is changed.
//
//	GO111MODULE=off GOPATH=/usr/share/gocode go run eng/sumdb-peer/main.go FOLDER
package main

import (
	"bufio"
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const tileHeight = 8
const bundleWidth = 256

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: main FOLDER")
		os.Exit(2)
	}
	folder := os.Args[1]
	verifier := must(note.NewVerifier(string(must(os.ReadFile(filepath.Join(folder, "ed25519.vkey"))))))
	checkpoints := checkCheckpoints(filepath.Join(folder, "checkpoints"), verifier)
	entries := checkTiles(filepath.Join(folder, "log"), verifier)
	proofs, proofTampers := checkProofs(filepath.Join(folder, "proofs.ndjson"))
	pairs, pairTampers := checkConsistency(filepath.Join(folder, "consistency.ndjson"))
	fmt.Printf("golang.org/x/mod/sumdb: %d checkpoints opened, %d entries under the root by their tiles, %d inclusion and %d consistency proofs hold; %d changed ones refused\n",
		checkpoints, entries, proofs, pairs, proofTampers+pairTampers)
}

// Opens every checkpoint by the Ed25519 key; the ECDSA line is of a key that it does not know.
func checkCheckpoints(folder string, verifier note.Verifier) int {
	files := must(os.ReadDir(folder))
	for _, file := range files {
		text := must(os.ReadFile(filepath.Join(folder, file.Name())))
		tree := open(text, verifier)
		if strconv.FormatInt(tree.N, 10) != file.Name() {
			fail("checkpoint %s has the size %d", file.Name(), tree.N)
		}
		changed := []byte(strings.Replace(string(text), "\n"+file.Name()+"\n", "\n9"+file.Name()+"\n", 1))
		if _, err := note.Open(changed, note.VerifierList(verifier)); err == nil {
			fail("checkpoint %s with another size opens", file.Name())
		}
	}
	return len(files)
}

// The reader authenticates each tile against the tree; each entry of the bundles is then hashed and compared.
func checkTiles(folder string, verifier note.Verifier) int64 {
	tree := open(must(os.ReadFile(filepath.Join(folder, "checkpoint"))), verifier)
	hashes := tlog.TileHashReader(tree, tiles{folder})
	for bundle := int64(0); bundle*bundleWidth < tree.N; bundle++ {
		width := tree.N - bundle*bundleWidth
		if width > bundleWidth {
			width = bundleWidth
		}
		entries := readBundle(folder, bundle, int(width))
		indexes := make([]int64, width)
		for i := range indexes {
			indexes[i] = tlog.StoredHashIndex(0, bundle*bundleWidth+int64(i))
		}
		stored := must(hashes.ReadHashes(indexes))
		for i, entry := range entries {
			if tlog.RecordHash(entry) != stored[i] {
				fail("entry %d is not that of its tile", bundle*bundleWidth+int64(i))
			}
		}
	}
	return tree.N
}

type proofLine struct {
	Index, Size, Entry, Checkpoint string
	Hashes                         []string
}

func checkProofs(file string) (held, refused int) {
	eachLine(file, func(line []byte) {
		var proof proofLine
		check(json.Unmarshal(line, &proof))
		index, size := number(proof.Index), number(proof.Size)
		root := hash(strings.Split(proof.Checkpoint, "\n")[2])
		record := tlog.RecordHash(decode(proof.Entry))
		var path tlog.RecordProof
		for _, text := range proof.Hashes {
			path = append(path, hash(text))
		}
		check(tlog.CheckRecord(path, size, root, index, record))
		held++
		for i := range path {
			path[i][i%tlog.HashSize] ^= 1
			refuse(tlog.CheckRecord(path, size, root, index, record))
			path[i][i%tlog.HashSize] ^= 1
			refused++
		}
		record[0] ^= 1
		refuse(tlog.CheckRecord(path, size, root, index, record))
		refused++
	})
	return
}

type consistencyLine struct {
	OldSize, Size, OldRoot, Root string
	Hashes                       []string
}

func checkConsistency(file string) (held, refused int) {
	eachLine(file, func(line []byte) {
		var proof consistencyLine
		check(json.Unmarshal(line, &proof))
		size, old := number(proof.Size), number(proof.OldSize)
		root, oldRoot := hash(proof.Root), hash(proof.OldRoot)
		var path tlog.TreeProof
		for _, text := range proof.Hashes {
			path = append(path, hash(text))
		}
		check(tlog.CheckTree(path, size, root, old, oldRoot))
		held++
		for i := range path {
			path[i][i%tlog.HashSize] ^= 1
			refuse(tlog.CheckTree(path, size, root, old, oldRoot))
			path[i][i%tlog.HashSize] ^= 1
			refused++
		}
		oldRoot[0] ^= 1
		refuse(tlog.CheckTree(path, size, root, old, oldRoot))
		refused++
	})
	return
}

// tlog.ParseTree reads trees of one origin alone, so the three lines are read here.
func open(text []byte, verifier note.Verifier) tlog.Tree {
	opened := must(note.Open(text, note.VerifierList(verifier)))
	lines := strings.Split(opened.Text, "\n")
	if len(lines) != 4 || lines[0] != verifier.Name() {
		fail("a checkpoint has not the three lines of this log")
	}
	return tlog.Tree{N: number(lines[1]), Hash: hash(lines[2])}
}

type tiles struct{ folder string }

func (tiles) Height() int { return tileHeight }

func (tiles) SaveTiles([]tlog.Tile, [][]byte) {}

// Go's paths have the height in them, those of C2SP do not.
func (t tiles) ReadTiles(wanted []tlog.Tile) ([][]byte, error) {
	var data [][]byte
	for _, tile := range wanted {
		bytes, err := os.ReadFile(filepath.Join(t.folder, strings.Replace(tile.Path(), "tile/8/", "tile/", 1)))
		if err != nil {
			return nil, err
		}
		data = append(data, bytes)
	}
	return data, nil
}

func readBundle(folder string, index int64, width int) [][]byte {
	path := strings.Replace(tlog.Tile{H: tileHeight, L: 0, N: index, W: width}.Path(), "tile/8/0/", "tile/entries/", 1)
	data := must(os.ReadFile(filepath.Join(folder, path)))
	var entries [][]byte
	for len(data) >= 2 {
		length := int(binary.BigEndian.Uint16(data))
		entries = append(entries, data[2:2+length])
		data = data[2+length:]
	}
	if len(data) != 0 || len(entries) != width {
		fail("bundle %d has %d entries", index, len(entries))
	}
	return entries
}

func eachLine(file string, use func([]byte)) {
	opened := must(os.Open(file))
	defer opened.Close()
	lines := bufio.NewScanner(opened)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		use(lines.Bytes())
	}
	check(lines.Err())
}

func hash(text string) tlog.Hash { return must(tlog.ParseHash(text)) }

func number(text string) int64 { return must(strconv.ParseInt(text, 10, 64)) }

func decode(text string) []byte { return must(base64.StdEncoding.DecodeString(text)) }

func must[T any](value T, err error) T {
	check(err)
	return value
}

func check(err error) {
	if err != nil {
		fail("%v", err)
	}
}

func refuse(err error) {
	if err == nil {
		fail("a proof that was changed holds")
	}
}

func fail(format string, args ...any) {
	fmt.Fprintf(os.Stderr, format+"\n", args...)
	os.Exit(1)
}
