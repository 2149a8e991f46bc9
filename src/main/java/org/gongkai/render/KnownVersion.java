package org.gongkai.render;

import org.gongkai.kept.RecordReader;
import org.gongkai.kept.RecordWriter;

/**
 * What is kept of a former version once it was opened.
 *
 * @param inputs what its HTML was made from
 * @param withheld why it is not shown; empty if it is
 */
record KnownVersion(Inputs inputs, String withheld) {

    byte[] record() {
        RecordWriter out = new RecordWriter();
        inputs.write(out);
        return out.text(withheld).toBytes();
    }

    static KnownVersion of(RecordReader in) {
        return new KnownVersion(Inputs.read(in), in.text());
    }
}
