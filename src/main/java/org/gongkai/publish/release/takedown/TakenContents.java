package org.gongkai.publish.release.takedown;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.gongkai.output.Manifest.OutputFile;
import org.gongkai.site.identity.EntryMarks;

/**
 * The sentences and files that a page brings, at all audiences, and where else these files are. What another entry has in
 * a newest release is not remembered, for it stays public.
 */
final class TakenContents {

    private final Set<String> sentences = new TreeSet<>();
    private final Set<String> files = new TreeSet<>();
    private final Set<String> staying = new HashSet<>();
    private final Set<String> copies = new TreeSet<>();

    /** Adds what a site holds at the addresses of the page. */
    void learn(Path site, Collection<OutputFile> all, Set<String> addresses) throws IOException {
        Mentions page = new Mentions(addresses, Set.of());
        for (OutputFile file : all) {
            Path path = site.resolve(file.path());
            if (!page.names(file.path()) || file.size() == 0) {
                continue;
            }
            if (!file.path().endsWith(".html")) {
                files.add(EntryMarks.ofFile(file.sha256()));
                sentences.addAll(Sentences.in(path));
            } else if (Titles.head(path).isPresent()) {
                sentences.addAll(Sentences.ofEntry(Files.readAllBytes(path)));
            }
        }
    }

    /** Finds copies of the files elsewhere in a site; to be called when everything is learned. */
    void compare(Collection<OutputFile> all, Set<String> addresses) {
        Mentions page = new Mentions(addresses, Set.of());
        all.stream()
                .filter(file -> files.contains(EntryMarks.ofFile(file.sha256())))
                .map(file -> file.path().replaceFirst("^editions/[^/]+/", ""))
                .filter(path -> !page.names(path))
                .forEach(copies::add);
    }

    /**
     * Excludes what other entries have in a newest release.
     *
     * @param others the addresses of their pages
     */
    void exclude(Path site, Collection<OutputFile> all, Set<String> others) throws IOException {
        for (OutputFile file : all) {
            boolean copy = copies.contains(file.path());
            if (copy) {
                staying.add(EntryMarks.ofFile(file.sha256()));
            }
            if (copy || others.contains(file.path()) && !sentences.isEmpty()) {
                staying.addAll(Sentences.in(site.resolve(file.path())));
            }
        }
    }

    /** The marks of what no other entry has. */
    Set<String> marks() {
        Set<String> marks = new TreeSet<>(sentences);
        marks.addAll(files);
        marks.removeAll(staying);
        return marks;
    }

    /** Where else files of the page are, sorted. */
    Set<String> copies() {
        return copies;
    }
}
