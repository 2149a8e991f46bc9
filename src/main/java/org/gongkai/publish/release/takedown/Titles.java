package org.gongkai.publish.release.takedown;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.gongkai.output.Manifest.OutputFile;
import org.gongkai.text.Shingles;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** The titles that a page ever had, taken from the headings of the page and of its previous versions. */
public final class Titles {

    /** Shorter titles occur in too many places to be significant. */
    private static final int MIN_LENGTH = 4;

    private final Set<String> found = new TreeSet<>();

    /**
     * Collects the titles in a site.
     *
     * @param site its folder
     * @param files its files
     * @param addresses the addresses of the page
     */
    void learn(Path site, Collection<OutputFile> files, Set<String> addresses) throws IOException {
        for (OutputFile file : files) {
            for (String address : addresses) {
                if (file.path().equals(address) || isVersion(file.path(), Mentions.below(address))) {
                    learn(site.resolve(file.path()));
                }
            }
        }
    }

    private static boolean isVersion(String path, String below) {
        return path.startsWith(below) && path.substring(below.length()).matches("history/\\d+\\.html");
    }

    private void learn(Path page) throws IOException {
        head(page)
                .filter(title -> title.codePointCount(0, title.length()) >= MIN_LENGTH)
                .ifPresent(found::add);
    }

    /** The heading of a page; empty for redirects and notices, which have titles of their own. */
    static Optional<String> head(Path page) throws IOException {
        try {
            Document document = Jsoup.parse(Files.readString(page));
            return document.select("meta[http-equiv=refresh], .notice-page, meta[name=robots][content*=noindex]")
                            .isEmpty()
                    ? Optional.of(document.select("h1").text())
                    : Optional.empty();
        } catch (CharacterCodingException e) {
            return Optional.empty(); // Not a page that this program wrote.
        }
    }

    /** Whether the heading of a page is one of the titles. */
    boolean isHeadOf(Path page) throws IOException {
        return Files.isRegularFile(page) && head(page).filter(found::contains).isPresent();
    }

    boolean areNone() {
        return found.isEmpty();
    }

    /** The parts of the titles that none of some other texts has. */
    Shingles shingles(Collection<String> others) {
        return Shingles.of(found, others);
    }

    /** Whether a text contains one of the titles, escaped for HTML or not, and whether lines of it may end within. */
    boolean areIn(String html) {
        String text = html.replace("<wbr>", "");
        return found.stream()
                .anyMatch(title -> text.contains(title)
                        || text.contains(
                                title.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")));
    }
}
