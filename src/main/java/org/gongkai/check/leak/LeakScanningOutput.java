package org.gongkai.check.leak;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Collection;
import java.util.Optional;
import org.gongkai.check.LeakSearch.EarlierScan;
import org.gongkai.input.source.EntryFormat;
import org.gongkai.input.source.SourceFile;
import org.gongkai.input.source.TextDecoder;
import org.gongkai.output.FileDigest;
import org.gongkai.output.Manifest.OutputFile;
import org.gongkai.output.Output;

/** Passes every file to another output and scans it on the way, so that it need not be read again. */
final class LeakScanningOutput implements Output {

    private static final int MAX_BYTES = 8 * 1024 * 1024;

    /** The number of leading bytes that are examined: binary files contain a null byte among them. */
    private static final int HEAD = 1024;

    private final Output output;
    private final LeakReport report;
    private final EarlierScan earlier;

    LeakScanningOutput(Output output, LeakReport report, EarlierScan earlier) {
        this.output = output;
        this.report = report;
        this.earlier = earlier;
    }

    @Override
    public FileDigest write(String address, byte[] content) throws IOException {
        look(address, content);
        return output.write(address, content);
    }

    /** Copied files are scanned whatever their names. */
    @Override
    public FileDigest copy(String address, InputStream content) throws IOException {
        if (report.isEmpty()) {
            return output.copy(address, content);
        }
        byte[] beginning = content.readNBytes(MAX_BYTES);
        lookIntoCopied(address, beginning);
        return output.copy(address, new SequenceInputStream(new ByteArrayInputStream(beginning), content));
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
            output.previous(address, digest).ifPresent(content -> lookAgain(address, content));
        }
        return true;
    }

    private void lookAgain(String address, byte[] content) {
        if (EntryFormat.HTML.has(SourceFile.ending(address))) {
            look(address, content);
        } else {
            lookIntoCopied(address, content);
        }
    }

    private void look(String address, byte[] content) {
        report.look(address, address.getBytes(StandardCharsets.UTF_8));
        report.look(address, content);
    }

    private void lookIntoCopied(String address, byte[] content) {
        report.look(address, address.getBytes(StandardCharsets.UTF_8));
        report.lookIntoCopied(address, isText(content) ? plain(address, content) : content);
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

    @Override
    public Optional<byte[]> previous(String address, FileDigest digest) throws IOException {
        return output.previous(address, digest);
    }

    @Override
    public Collection<OutputFile> files() {
        return output.files();
    }
}
