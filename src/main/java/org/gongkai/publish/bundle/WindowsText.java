package org.gongkai.publish.bundle;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Texts that every editor of Windows shows: with a byte order mark in front, and lines that end in CR and LF. */
public final class WindowsText {

    private WindowsText() {}

    /** Returns the bytes of a text of some lines. */
    public static byte[] of(List<String> lines) {
        return ("\uFEFF" + String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.UTF_8);
    }
}
