package org.gongkai.site;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.gongkai.input.source.SourceFile;
import org.gongkai.input.source.SourceTree;

/**
 * A file of a site. It is made when its bytes are wanted.
 *
 * @param address its address, from the root of the site
 * @param template the name of its template; empty if it is made without one
 * @param inputs identifies all that it is made of, apart from what its template reads of the site; empty if that is not
 *     known before its content is gathered
 * @param listing how the site map lists it; empty if it does not
 * @param content gathers what it is made of
 */
public record SiteFile(
        String address, String template, String inputs, Optional<Listing> listing, Supplier<Content> content) {

    /** Stands for the template of a file that is made without one. */
    public static final String NO_TEMPLATE = "";

    /**
     * How a site map lists a file.
     *
     * @param changed the day of its last visible change; empty if that is not known
     */
    public record Listing(Optional<String> changed) {}

    /**
     * What a file is made of.
     *
     * @param fingerprint changes whenever the bytes do, apart from what the template reads of the site and unless the
     *     program is another; empty if that is not known before the bytes are
     * @param bytes makes the file, which takes longer than the fingerprint
     * @param original the file that it is a copy of, whose bytes need not be in memory together; empty if it is made
     */
    public record Content(Supplier<String> fingerprint, Supplier<byte[]> bytes, Optional<Original> original) {

        /** The content of a file that is made. */
        public Content(Supplier<String> fingerprint, Supplier<byte[]> bytes) {
            this(fingerprint, bytes, Optional.empty());
        }
    }

    /** Opens a file that is copied. */
    @FunctionalInterface
    public interface Original {

        InputStream open() throws IOException;

        /** Returns its size in bytes when the site was read; empty if it does not matter whether that changes. */
        default OptionalLong size() {
            return OptionalLong.empty();
        }
    }

    /** A file whose fingerprint and bytes are computed one by one. */
    public static SiteFile of(String address, String template, Supplier<String> fingerprint, Supplier<byte[]> bytes) {
        Content content = new Content(fingerprint, bytes);
        return new SiteFile(address, template, "", Optional.empty(), () -> content);
    }

    /** A copy of another file. */
    public static SiteFile copy(String address, Supplier<String> fingerprint, Original original) {
        Content content = new Content(fingerprint, () -> bytes(original), Optional.of(original));
        return new SiteFile(address, NO_TEMPLATE, "", Optional.empty(), () -> content);
    }

    /** A copy of a file of the source, which must not change while it is made. */
    public static SiteFile copy(String address, SourceTree source, SourceFile file) {
        return copy(address, () -> source.version(file), new Original() {
            @Override
            public InputStream open() {
                return source.open(file);
            }

            @Override
            public OptionalLong size() {
                return OptionalLong.of(file.size());
            }
        });
    }

    private static byte[] bytes(Original original) {
        try (InputStream in = original.open()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** This file without its bytes, if it is made; for a build that stores none. */
    public SiteFile withoutBytes() {
        return new SiteFile(address, template, inputs, listing, () -> {
            Content made = content.get();
            return made.original().isPresent() ? made : new Content(made.fingerprint(), () -> new byte[0]);
        });
    }
}
