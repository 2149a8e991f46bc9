package org.gongkai.history.versions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.gongkai.check.Disclosure;
import org.gongkai.check.prose.ProseReader;
import org.gongkai.history.git.GitRepository;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.source.TextDecoder;

/**
 * Opens versions for one audience. A version is held to the rules of today: a number of a person that was overlooked then
 * must not come out of the history, nor what was meant for a narrower circle.
 */
public final class DisclosedVersions {

    private static final String UNREADABLE = "当时的文字读不出来";

    private final GitRepository repository;
    private final Disclosure disclosure;
    private final List<String> scopes;
    private final NamedFiles names;
    private final TextDecoder decoder = new TextDecoder();
    private final ProseReader prose = new ProseReader();

    /**
     * @param scopes the 公开范围 that the audience may see
     * @param names finds names of files in texts
     */
    public DisclosedVersions(GitRepository repository, Disclosure disclosure, List<String> scopes, NamedFiles names) {
        this.repository = repository;
        this.disclosure = disclosure;
        this.scopes = List.copyOf(scopes);
        this.names = names;
    }

    /** Whether an entry with this header is for these readers. */
    boolean covers(Entry header) {
        return scopes.contains(header.publication().scope());
    }

    /** Finds names of files in texts. */
    NamedFiles names() {
        return names;
    }

    /** Opens a version. */
    public DisclosedVersion open(Version version) {
        if (!covers(version.entry())) {
            return new DisclosedVersion.Withheld("当时的公开范围不包括本站的读者");
        }
        Optional<String> text = text(version);
        if (text.isEmpty()) {
            return new DisclosedVersion.Withheld(UNREADABLE);
        }
        return disclosure
                .forbids(prose.read(version.entry(), text.get()))
                .<DisclosedVersion>map(DisclosedVersion.Withheld::new)
                .orElseGet(() -> new DisclosedVersion.Text(text.get()));
    }

    /** Opens the version that stands today, which was held to all rules before. */
    public DisclosedVersion today(Version version) {
        return text(version)
                .<DisclosedVersion>map(DisclosedVersion.Text::new)
                .orElseGet(() -> new DisclosedVersion.Withheld(UNREADABLE));
    }

    /** What a commit was for, empty if it is not for these readers. */
    public Optional<String> message(String message) {
        return Optional.of(message.strip()).filter(text -> !text.isEmpty() && !disclosure.forbids(text));
    }

    private Optional<String> text(Version version) {
        try {
            return decoder.decode(version.entry().path(), repository.blob(version.blob()), problem -> {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
