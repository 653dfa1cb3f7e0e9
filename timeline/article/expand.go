package article

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"strings"
)

// Expand lists the files that the inputs mean, in the inputs' order, each once: a file itself; a
// directory's articles, its own and its subdirectories', in the order of their names (hidden files, links to
// directories and files of other formats are passed over); a glob's matches where the shell did not
// expand it; "-" as it is. What means no file comes back as an *Error. No file is opened.
func Expand(inputs []string) (files []string, errs []error) {
	for file, err := range expanded(inputs) {
		if err != nil {
			errs = append(errs, err)
			continue
		}
		files = append(files, file)
	}
	return files, errs
}

// expanded lists files and errors in the order of the inputs.
func expanded(inputs []string) iter.Seq2[string, error] {
	return func(yield func(string, error) bool) {
		seen := map[string]bool{}
		once := func(file string, err error) bool {
			if err == nil {
				if key := filepath.Clean(file); seen[key] {
					return true
				} else {
					seen[key] = true
				}
			}
			return yield(file, err)
		}
		for _, input := range inputs {
			if !expand(input, once) {
				return
			}
		}
	}
}

// expand lists one input's files, as long as yield wants more.
func expand(input string, yield func(string, error) bool) bool {
	if input == stdinName {
		return yield(input, nil)
	}
	info, err := os.Stat(input)
	switch {
	case err == nil && info.IsDir():
		return walk(input, yield)
	case err == nil:
		return yield(input, nil)
	case errors.Is(err, fs.ErrNotExist) && strings.ContainsAny(input, "*?["):
		return glob(input, yield)
	}
	return yield("", locate(input, 0, err))
}

// glob lists the files that match a pattern, in the order of their names; a directory that matches is
// listed as one given by itself is.
func glob(pattern string, yield func(string, error) bool) bool {
	matches, err := filepath.Glob(pattern)
	if err != nil {
		return yield("", locate(pattern, 0, fmt.Errorf("%w: %w", ErrNoMatch, err)))
	}
	found := false
	for _, match := range matches {
		// As a shell does: a star does not stand for the dot of a hidden file.
		if hidden(match) && !hidden(pattern) {
			continue
		}
		found = true
		if !expand(match, yield) {
			return false
		}
	}
	if !found {
		return yield("", locate(pattern, 0, ErrNoMatch))
	}
	return true
}

func hidden(path string) bool {
	name := filepath.Base(path)
	return strings.HasPrefix(name, ".") && name != "." && name != ".."
}

// walk lists a directory's articles. Links to directories are not followed, so that a loop of links ends.
func walk(root string, yield func(string, error) bool) bool {
	found, wanted := false, true
	// A link given as the root itself is meant: with a slash behind it, it is the directory.
	_ = filepath.WalkDir(root+string(filepath.Separator), func(path string, entry fs.DirEntry, err error) error {
		path = cmp.Or(strings.TrimSuffix(path, string(filepath.Separator)), string(filepath.Separator))
		switch {
		case err != nil:
			found = true // the error says it; "no articles" beside it would mislead
			wanted = yield("", locate(path, 0, err))
		case path != root && hidden(path):
			if entry.IsDir() {
				return fs.SkipDir
			}
		case !entry.IsDir() && isArticle(path, entry):
			found = true
			wanted = yield(path, nil)
		}
		if !wanted {
			return fs.SkipAll
		}
		return nil
	})
	if wanted && !found {
		return yield("", locate(root, 0, hinted{ErrNoArticles, "a directory is searched for files ending in " + readable}))
	}
	return wanted
}

// isArticle tells whether a directory's entry is a regular file, or a link to one, of a format that is read.
func isArticle(path string, entry fs.DirEntry) bool {
	if _, format := splitName(path); format == Auto {
		return false
	}
	if entry.Type().IsRegular() {
		return true
	}
	info, err := os.Stat(path)
	return err == nil && info.Mode().IsRegular()
}
