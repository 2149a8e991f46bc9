package org.gongkai.testing;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Small films of one second without pictures, made when a test runs. */
public final class Films {

    private static final String PLACE = "+30.1234+120.5678/";

    private Films() {}

    /** A film that says nothing about where it was taken. */
    public static byte[] plain() {
        return film("isom", header());
    }

    /** As phones with Android write it. */
    public static byte[] ofAndroid() {
        byte[] text = join(new byte[] {0, (byte) PLACE.length(), 0x15, (byte) 0xC7}, latin(PLACE));
        return film("isom", join(header(), atom("udta", atom("\u00A9xyz", text))));
    }

    /** As phones of Apple write it. */
    public static byte[] ofApple() {
        byte[] keys = join(
                new byte[] {0, 0, 0, 0, 0, 0, 0, 2},
                atom("mdta", latin("com.apple.quicktime.make")),
                atom("mdta", latin("com.apple.quicktime.location.ISO6709")));
        byte[] values = join(value(1, "Apple"), value(2, PLACE));
        byte[] handler = atom("hdlr", join(new byte[8], latin("mdta"), new byte[13]));
        return film("qt  ", join(header(), atom("meta", join(handler, atom("keys", keys), atom("ilst", values)))));
    }

    /** As the standard for mobile phones demands it. */
    public static byte[] of3gpp() {
        byte[] coordinates = ByteBuffer.allocate(12)
                .putInt(120 << 16)
                .putInt(30 << 16)
                .putInt(0)
                .array();
        byte[] place = join(new byte[] {0, 0, 0, 0, 0x15, (byte) 0xC7, 'a', 0, 0}, coordinates, latin("earth\0\0"));
        return film("3gp5", join(header(), atom("udta", atom("loci", place))));
    }

    private static byte[] film(String brand, byte[] description) {
        return join(
                atom("ftyp", join(latin(brand), new byte[4], latin(brand))),
                atom("moov", description),
                atom("mdat", latin("+30.1234 is no place here")));
    }

    private static byte[] header() {
        ByteBuffer header = ByteBuffer.allocate(100);
        header.putInt(12, 1_000).putInt(16, 1_000);
        return atom("mvhd", header.array());
    }

    private static byte[] value(int number, String text) {
        byte[] data = atom("data", join(new byte[] {0, 0, 0, 1, 0, 0, 0, 0}, latin(text)));
        return ByteBuffer.wrap(atom("    ", data)).putInt(4, number).array();
    }

    private static byte[] atom(String type, byte[] content) {
        return join(ByteBuffer.allocate(4).putInt(8 + content.length).array(), latin(type), content);
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
