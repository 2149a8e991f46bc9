package org.gongkai.history.git.work.engine;

import java.io.ByteArrayOutputStream;

/** Line endings as git writes them on Windows with {@code core.autocrlf}. */
final class WindowsLines {

    private static final int EXAMINED = 8000;

    private WindowsLines() {}

    /** Ends lines with CR LF, unless the content is binary or has such lines already. */
    static byte[] of(byte[] content) {
        for (int i = 0; i < content.length; i++) {
            if (content[i] == '\r' || content[i] == 0 && i < EXAMINED) {
                return content;
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(content.length + content.length / 16);
        for (byte b : content) {
            if (b == '\n') {
                out.write('\r');
            }
            out.write(b);
        }
        return out.toByteArray();
    }
}
