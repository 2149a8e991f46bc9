package org.gongkai.history.git;

import java.io.ByteArrayOutputStream;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;

/**
 * Line endings as Git commits them: a checkout on Windows may have CR LF where the commit has LF (gitattributes,
 * core.autocrlf).
 */
final class LineEndings {

    private LineEndings() {}

    /** The blob id of a text with the line endings that Git commits. */
    static ObjectId committedId(byte[] content) {
        try (ObjectInserter.Formatter hash = new ObjectInserter.Formatter()) {
            return hash.idFor(Constants.OBJ_BLOB, committed(content));
        }
    }

    /** Replaces CR LF by LF; any other CR is kept. */
    static byte[] committed(byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(content.length);
        int from = 0;
        for (int i = 0; i + 1 < content.length; i++) {
            if (content[i] == '\r' && content[i + 1] == '\n') {
                out.write(content, from, i - from);
                from = i + 1;
            }
        }
        out.write(content, from, content.length - from);
        return out.toByteArray();
    }
}
