package org.gongkai.history.git.work.engine;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What git and servers say. They do not declare an encoding: UTF-8 as a rule, GBK from Windows servers. */
final class ServerText {

    private static final String REMOTE = "remote:";

    private ServerText() {}

    static String decode(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, Charset.forName("GB18030"));
        }
    }

    /** The lines of a text as they look once progress has been overwritten, without blanks at the end. */
    static List<String> lines(byte[] bytes) {
        return trimmed(decode(bytes)
                .lines()
                .map(line -> line.replace("\u001b[K", "").stripTrailing())
                .toList());
    }

    /** The lines that a server sent, without git's own word before them. */
    static List<String> ofServer(List<String> lines) {
        return trimmed(lines.stream()
                .filter(line -> line.startsWith(REMOTE))
                .map(line -> line.substring(REMOTE.length()))
                .map(line -> line.startsWith(" ") ? line.substring(1) : line)
                .toList());
    }

    private static List<String> trimmed(List<String> lines) {
        int from = 0;
        int to = lines.size();
        while (from < to && lines.get(from).isBlank()) {
            from++;
        }
        while (to > from && lines.get(to - 1).isBlank()) {
            to--;
        }
        return lines.subList(from, to);
    }
}
