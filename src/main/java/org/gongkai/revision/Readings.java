package org.gongkai.revision;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.gongkai.check.Disclosure;
import org.gongkai.check.ProseReader;
import org.gongkai.entry.Entry;
import org.gongkai.history.GitRepository;
import org.gongkai.source.TextDecoder;

/**
 * Opens versions for one audience. A version is held to the rules of today: a number of a person that was overlooked then
 * must not come out of the history, nor what was meant for a narrower circle.
 */
public final class Readings {

    private static final String UNREADABLE = "当时的文字读不出来";

    private final GitRepository repository;
    private final Disclosure disclosure;
    private final List<String> scopes;
    private final FileNames names;
    private final TextDecoder decoder = new TextDecoder();
    private final ProseReader prose = new ProseReader();

    /**
     * @param scopes the 公开范围 that the audience may see
     * @param names finds names of files in texts
     */
    public Readings(GitRepository repository, Disclosure disclosure, List<String> scopes, FileNames names) {
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
    FileNames names() {
        return names;
    }

    /** Opens a version. */
    public Reading open(Version version) {
        if (!covers(version.entry())) {
            return new Reading.Withheld("当时的公开范围不包括本站的读者");
        }
        Optional<String> text = text(version);
        if (text.isEmpty()) {
            return new Reading.Withheld(UNREADABLE);
        }
        return disclosure
                .forbids(prose.read(version.entry(), text.get()))
                .<Reading>map(Reading.Withheld::new)
                .orElseGet(() -> new Reading.Text(text.get()));
    }

    /** Opens the version that stands today, which was held to all rules before. */
    public Reading today(Version version) {
        return text(version).<Reading>map(Reading.Text::new).orElseGet(() -> new Reading.Withheld(UNREADABLE));
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
