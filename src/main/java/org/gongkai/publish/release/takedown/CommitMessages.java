package org.gongkai.publish.release.takedown;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.gongkai.output.Manifest.OutputFile;
import org.gongkai.text.Shingles;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/**
 * Takes the messages of commits out of histories and lists of changes: those of commits that changed a page that is taken
 * down, and those that quote a part of one of its titles. The rows stay, with what was changed and when.
 */
final class CommitMessages {

    private static final String SHOWN = ".version-why, .change-what, .strip p";
    private static final String LABEL = "修改说明：";

    private final Set<String> own = new TreeSet<>();
    private final Titles titles;

    /** @param titles all titles of the page */
    CommitMessages(Titles titles) {
        this.titles = titles;
    }

    /** Collects the messages in the history of the page, as far as it shows them. */
    void learn(Path site, Collection<OutputFile> files, Set<String> addresses) throws IOException {
        Set<String> lists = addresses.stream()
                .map(address -> Mentions.below(address) + "history/index.html")
                .collect(Collectors.toSet());
        for (OutputFile file : files) {
            if (lists.contains(file.path())) {
                own.addAll(Jsoup.parse(Files.readString(site.resolve(file.path())))
                        .select(".version-why")
                        .eachText());
            }
        }
    }

    /** Another page without these messages; empty if it has none of them. */
    Optional<String> withoutIn(String html) {
        if (own.isEmpty() && titles.areNone() || !html.contains("change-what") && !html.contains("history")) {
            return Optional.empty();
        }
        Document page = Jsoup.parse(html);
        page.outputSettings().prettyPrint(false);
        Shingles parts = titles.shingles(
                page.select("h1, .change-title, .intro, .line-column").eachText());
        boolean isFound = false;
        for (Element shown : page.select(SHOWN)) {
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
        return isFound ? Optional.of(page.outerHtml()) : Optional.empty();
    }

    private boolean gives(String text, Shingles parts) {
        return own.stream().anyMatch(message -> text.equals(message) || text.startsWith(message + "："))
                || parts.areIn(text);
    }
}
