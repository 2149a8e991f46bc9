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
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** The titles that a page ever had, as its own headings and those of its former versions tell them. */
public final class Titles {

    /** A title shorter than this stands in too many places to tell anything. */
    private static final int TELLING = 4;

    private final Set<String> found = new TreeSet<>();

    /**
     * Learns the titles that a site holds.
     *
     * @param site its folder
     * @param files its files
     * @param addresses where the page stands
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
                .filter(title -> title.codePointCount(0, title.length()) >= TELLING)
                .ifPresent(found::add);
    }

    /** The heading of a page, unless it leads on, or says that something is gone: such pages have titles of their own. */
    private static Optional<String> head(Path page) throws IOException {
        try {
            Document document = Jsoup.parse(Files.readString(page));
            return document.select("meta[http-equiv=refresh], .notice-page, meta[name=robots][content*=noindex]")
                            .isEmpty()
                    ? Optional.of(document.select("h1").text())
                    : Optional.empty();
        } catch (CharacterCodingException e) {
            return Optional.empty(); // A site's own file, in whatever encoding, has no title of ours.
        }
    }

    /** Whether the heading of a page is one of them. */
    boolean isHeadOf(Path page) throws IOException {
        return Files.isRegularFile(page) && head(page).filter(found::contains).isPresent();
    }

    /** Whether a text holds one of them, as it is or as pages write it. */
    boolean areIn(String text) {
        return found.stream()
                .anyMatch(title -> text.contains(title)
                        || text.contains(
                                title.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")));
    }
}
