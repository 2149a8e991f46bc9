package org.gongkai.history.versions;

import java.util.List;
import java.util.Optional;
import org.gongkai.check.Disclosure;
import org.gongkai.check.prose.ProseReader;
import org.gongkai.history.git.GitRepository;
import org.gongkai.history.versions.Versions.Version;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.source.Namesake;

/**
 * Opens versions for one audience. The current rules apply to every version, so that personal data that were overlooked
 * at the time, or a text for a narrower audience, are not disclosed by the history.
 *
 * @param scopes the 公开范围 that the audience may see
 * @param names finds names of files in texts
 */
public record DisclosedVersions(
        GitRepository repository, Disclosure disclosure, List<String> scopes, NamedFiles names) {

    private static final String UNREADABLE = "当时的文字读不出来";

    /** Returns true if an entry with this header is visible to the audience. */
    boolean covers(Entry header) {
        return scopes.contains(header.publication().scope());
    }

    public DisclosedVersion open(Version version) {
        if (!covers(version.entry())) {
            return new DisclosedVersion.Withheld("当时的公开范围不包括本站的读者");
        }
        Optional<String> text = repository.text(version.blob());
        if (text.isEmpty()) {
            return new DisclosedVersion.Withheld(UNREADABLE);
        }
        return disclosure
                .forbids(new ProseReader().read(version.entry(), text.get()))
                .<DisclosedVersion>map(DisclosedVersion.Withheld::new)
                .orElseGet(() -> new DisclosedVersion.Text(text.get()));
    }

    /** Opens the current version, which has been checked already. */
    public DisclosedVersion today(Version version) {
        return repository
                .text(version.blob())
                .<DisclosedVersion>map(DisclosedVersion.Text::new)
                .orElseGet(() -> new DisclosedVersion.Withheld(UNREADABLE));
    }

    /** The message of a commit; empty if it must not be disclosed to the audience. */
    public Optional<String> message(String message) {
        return Optional.of(Namesake.without(message.strip()))
                .filter(text -> !text.isEmpty() && !disclosure.forbids(text));
    }

    /** A version as far as it is disclosed to an audience. */
    public sealed interface DisclosedVersion {

        /**
         * The version is disclosed.
         *
         * @param text the whole file
         */
        record Text(String text) implements DisclosedVersion {}

        /**
         * The version is listed but its text is withheld.
         *
         * @param reason the reason, in Chinese, which reveals nothing of the text
         */
        record Withheld(String reason) implements DisclosedVersion {}
    }
}
