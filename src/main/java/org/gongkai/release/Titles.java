package org.gongkai.release;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.gongkai.output.Manifest.OutputFile;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** The titles that a page ever had, as its own headings and those of its former versions tell them. */
final class Titles {

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
        try {
            Document document = Jsoup.parse(Files.readString(page));
            String title = document.select("h1").text();
            // Pages that lead on, or say that something is gone, have titles of their own.
            boolean own = document.select("meta[http-equiv=refresh], .notice-page, meta[name=robots][content*=noindex]")
                    .isEmpty();
            if (own && title.codePointCount(0, title.length()) >= TELLING) {
                found.add(title);
            }
        } catch (CharacterCodingException e) {
            return; // A site's own file, in whatever encoding, has no title of ours.
        }
    }

    /** Whether a text holds one of them, as it is or as pages write it. */
    boolean areIn(String text) {
        return found.stream()
                .anyMatch(title -> text.contains(title)
                        || text.contains(
                                title.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")));
    }
}
