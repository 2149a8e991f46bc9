package org.gongkai.testing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * Something that befalls the bytes of a file.
 *
 * @param kind what happens
 * @param place where, as a share of the file
 * @param length how many bytes, or how often
 * @param text what is put in, if anything
 */
public record Damage(Kind kind, double place, int length, String text) {

    /** What hands, editors, disks and malice do. */
    enum Kind {
        CUT,
        DOUBLED,
        TO_THE_END,
        SWAPPED,
        OTHER_BYTE,
        TYPED,
        NESTED,
        LENGTHENED,
        OTHER_CHARSET
    }

    private static final String[] MARKS =
            (": ‖：‖- ‖[‖{‖\"‖'‖|\n‖&a ‖*a‖<<: ‖\n---\n‖\r‖　‖\u200B‖\uFEFF‖\0‖\u0085‖\t‖#‖%‖?‖! ‖"
                            + "\n~~~~~~\n‖=‖:a:‖e\u0301‖\uFFFD‖𬭎")
                    .split("‖");

    /** A text to which one to five such things happened. */
    public static Arbitrary<byte[]> of(String text) {
        Arbitrary<String> typed =
                Arbitraries.oneOf(Arbitraries.of(MARKS), Arbitraries.strings().ofMaxLength(12));
        Arbitrary<Damage> damage = Combinators.combine(
                        Arbitraries.of(Kind.values()),
                        Arbitraries.doubles().between(0, 1),
                        Arbitraries.integers().between(1, 12),
                        typed)
                .as(Damage::new);
        return damage.list().ofMinSize(1).ofMaxSize(5).map(all -> {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            for (Damage one : all) {
                bytes = one.to(bytes);
            }
            return bytes;
        });
    }

    private byte[] to(byte[] bytes) {
        int start = (int) (place * bytes.length);
        int end = Math.min(bytes.length, start + length);
        byte[] mine = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, start);
        switch (kind) {
            case DOUBLED -> {
                out.write(bytes, start, end - start);
                out.write(bytes, start, end - start);
            }
            case SWAPPED -> {
                for (int i = end - 1; i >= start; i--) {
                    out.write(bytes[i]);
                }
            }
            case OTHER_BYTE -> out.write((byte) (length * 37 + mine.length));
            case TYPED -> out.writeBytes(mine);
            case NESTED -> out.writeBytes(text.repeat(length * 100).getBytes(StandardCharsets.UTF_8));
            case LENGTHENED -> {
                byte[] piece = new String(bytes, start, end - start, StandardCharsets.ISO_8859_1)
                        .repeat(500)
                        .getBytes(StandardCharsets.ISO_8859_1);
                out.writeBytes(piece);
            }
            case OTHER_CHARSET -> {
                Charset charset = length % 2 == 0 ? Charset.forName("GB18030") : StandardCharsets.UTF_16LE;
                return new String(bytes, StandardCharsets.UTF_8).getBytes(charset);
            }
            default -> {}
        }
        out.write(bytes, end, bytes.length - end);
        if (kind == Kind.TO_THE_END) {
            out.write(bytes, start, end - start);
        }
        return out.toByteArray();
    }
}
