package org.gongkai.history.git;

import java.io.ByteArrayOutputStream;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;

/** Ends of lines as git keeps them: a checkout on Windows often has CR LF where the commit has LF (gitattributes, core.autocrlf). */
final class LineEndings {

    private LineEndings() {}

    /** The name that git gives to a text with the ends of lines that it keeps. */
    static ObjectId committedId(byte[] content) {
        try (ObjectInserter.Formatter hash = new ObjectInserter.Formatter()) {
            return hash.idFor(Constants.OBJ_BLOB, committed(content));
        }
    }

    /** A text with every CR LF made LF; a CR elsewhere stays. */
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
