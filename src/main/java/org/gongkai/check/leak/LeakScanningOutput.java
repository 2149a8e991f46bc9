package org.gongkai.check.leak;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import org.gongkai.check.LeakSearch.EarlierScan;
import org.gongkai.input.source.EntryFormat;
import org.gongkai.input.source.SourceFile;
import org.gongkai.input.source.TextDecoder;
import org.gongkai.output.FileDigest;
import org.gongkai.output.ObservedOutput;
import org.gongkai.output.Output;

/** Scans every file that is added to another output. */
final class LeakScanningOutput extends ObservedOutput {

    /** The number of leading bytes that are examined: binary files contain a null byte among them. */
    private static final int HEAD = 1024;

    private final LeakReport report;
    private final EarlierScan earlier;

    LeakScanningOutput(Output output, LeakReport report, EarlierScan earlier) {
        super(output);
        this.report = report;
        this.earlier = earlier;
    }

    /** Copied files are scanned whatever their names. */
    @Override
    protected void look(String address, FileDigest digest, byte[] content, boolean isCopied) {
        if (report.isEmpty()) {
            return;
        }
        report.look(address, address.getBytes(StandardCharsets.UTF_8));
        if (isCopied) {
            report.lookIntoCopied(address, isText(content) ? plain(address, content) : content);
        } else {
            report.look(address, content);
        }
    }

    /**
     * Unchanged files are scanned as well if other content is hidden now. A check without output does not scan them;
     * they were scanned when they were written.
     */
    @Override
    public boolean reuse(String address, FileDigest digest) throws IOException {
        if (!output.reuse(address, digest)) {
            return false;
        }
        if (!report.isEmpty() && !earlier.isClean(address)) {
            boolean isPage = EntryFormat.HTML.has(SourceFile.ending(address));
            output.previous(address, digest).ifPresent(content -> look(address, digest, content, !isPage));
        }
        return true;
    }

    private static boolean isText(byte[] content) {
        for (int i = 0; i < Math.min(HEAD, content.length); i++) {
            if (content[i] == 0) {
                return content[0] == (byte) 0xFF || content[0] == (byte) 0xFE;
            }
        }
        return true;
    }

    /** Returns a text as UTF-8 in NFC. */
    private static byte[] plain(String address, byte[] content) {
        return new TextDecoder()
                .decode(address, content, problem -> {})
                .map(text -> Normalizer.normalize(text, Normalizer.Form.NFC).getBytes(StandardCharsets.UTF_8))
                .orElse(content);
    }
}
