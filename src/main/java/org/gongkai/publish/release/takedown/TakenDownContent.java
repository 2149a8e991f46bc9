package org.gongkai.publish.release.takedown;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.gongkai.markup.HtmlEscape;
import org.gongkai.output.Manifest.OutputFile;
import org.gongkai.publish.release.FinishedPage;
import org.gongkai.site.Editions;
import org.gongkai.site.identity.EntryMarks;
import org.gongkai.text.Shingles;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/**
 * What a page says that is taken down, at all audiences: the titles that it ever had, the messages of commits that
 * changed it, its sentences and files, and where else these files are. Sentences and files that another entry has in a
 * newest release are not remembered, for they stay public.
 */
public final class TakenDownContent {

    /** Shorter titles occur in too many places to be significant. */
    private static final int MIN_LENGTH = 4;

    private static final String SHOWN = ".version-why, .change-what, .version-sum, .strip p";
    private static final String LABEL = "修改说明：";

    private final Set<String> titles = new TreeSet<>();
    private final Set<String> messages = new TreeSet<>();
    private final Set<String> sentences = new TreeSet<>();
    private final Set<String> files = new TreeSet<>();
    private final Set<String> staying = new HashSet<>();
    private final Set<String> copies = new TreeSet<>();

    /** Adds what a site holds at the addresses of the page. */
    void learn(Path site, Collection<OutputFile> all, Set<String> addresses) throws IOException {
        MentionRemoval page = new MentionRemoval(addresses, Set.of());
        for (OutputFile file : all) {
            Path path = site.resolve(file.path());
            if (!page.names(file.path()) || file.size() == 0) {
                continue;
            }
            if (file.path().endsWith(".html")) {
                parsed(path).ifPresent(document -> learn(document, page.isVersion(file.path())));
            } else {
                files.add(EntryMarks.ofFile(file.sha256()));
                sentences.addAll(SentenceMarks.in(path));
            }
        }
    }

    private void learn(Document document, boolean isVersion) {
        messages.addAll(document.select(".version-why").eachText());
        head(document).ifPresent(title -> {
            if (isVersion && title.codePointCount(0, title.length()) >= MIN_LENGTH) {
                titles.add(title);
            }
            sentences.addAll(SentenceMarks.ofEntry(document));
        });
    }

    /** A page; empty if this program did not write it. */
    private static Optional<Document> parsed(Path page) throws IOException {
        try {
            return Optional.of(Jsoup.parse(Files.readString(page)));
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** The heading of a page; empty for redirects and notices, which have titles of their own. */
    private static Optional<String> head(Document page) {
        return FinishedPage.isEntry(page) ? Optional.of(page.select("h1").text()) : Optional.empty();
    }

    /** Whether the heading of a page is one of the titles. */
    boolean isHeadOf(Path page) throws IOException {
        return Files.isRegularFile(page)
                && parsed(page)
                        .flatMap(TakenDownContent::head)
                        .filter(titles::contains)
                        .isPresent();
    }

    /** Whether a text contains one of the titles, escaped for HTML or not, and whether lines of it may end within. */
    boolean isNamedIn(String html) {
        String text = html.replace("<wbr>", "");
        return titles.stream().anyMatch(title -> text.contains(title) || text.contains(HtmlEscape.escape(title)));
    }

    /** Whether another page may show a message that has to go. */
    boolean mayBeQuotedIn(String html) {
        return !(messages.isEmpty() && titles.isEmpty()) && (html.contains("change-what") || html.contains("history"));
    }

    /**
     * Takes messages of commits out of the history or the list of changes in another page: those of commits that
     * changed this one, and those that quote a part of one of its titles. The rows stay, with what was changed and
     * when.
     *
     * @return whether there were any
     */
    boolean removeMessages(Document other) {
        Shingles parts = Shingles.of(
                titles, other.select("h1, .change-title, .intro, .line-column").eachText());
        boolean isFound = false;
        for (Element shown : other.select(SHOWN)) {
            for (TextNode text : shown.textNodes()) {
                // Before a message that is labelled stand other words.
                int at = text.getWholeText().indexOf(LABEL);
                String message = at < 0 ? text.text() : text.getWholeText().substring(at + LABEL.length());
                if (gives(message.strip(), parts)) {
                    text.text(at < 0 ? "" : text.getWholeText().substring(0, at));
                    isFound = true;
                    break;
                }
            }
        }
        return isFound;
    }

    private boolean gives(String text, Shingles parts) {
        return messages.stream().anyMatch(message -> text.equals(message) || text.startsWith(message + "："))
                || parts.areIn(text);
    }

    /** Finds copies of the files elsewhere in a site; to be called when everything is learned. */
    void compare(Collection<OutputFile> all, Set<String> addresses) {
        MentionRemoval page = new MentionRemoval(addresses, Set.of());
        all.stream()
                .filter(file -> files.contains(EntryMarks.ofFile(file.sha256())))
                .map(file -> file.path().replaceFirst("^" + Editions.ANY, ""))
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
                staying.addAll(SentenceMarks.in(site.resolve(file.path())));
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
