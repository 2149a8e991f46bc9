package org.gongkai.check.leak;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Collection;
import java.util.function.Consumer;
import org.gongkai.input.source.EntryFormat;
import org.gongkai.input.source.SourceFile;
import org.gongkai.input.source.TextDecoder;
import org.gongkai.output.FileDigest;
import org.gongkai.output.Manifest.OutputFile;
import org.gongkai.output.Output;

/** Hands on every file to an output and shows it to the check on its way, so that nothing has to be read again. */
final class LeakScanningOutput implements Output {

    private static final int MOST = 8 * 1024 * 1024;

    /** Of this many bytes, one is zero in every file that is no text. */
    private static final int BEGINNING = 1024;

    private final Output output;
    private final LeakReport sightings;

    LeakScanningOutput(Output output, LeakReport sightings) {
        this.output = output;
        this.sightings = sightings;
    }

    @Override
    public FileDigest write(String address, byte[] content) throws IOException {
        look(address, content);
        return output.write(address, content);
    }

    /** Names prove nothing: whatever is copied is looked into. */
    @Override
    public FileDigest copy(String address, InputStream content) throws IOException {
        if (sightings.isEmpty()) {
            return output.copy(address, content);
        }
        byte[] beginning = content.readNBytes(MOST);
        lookIntoCopied(address, beginning);
        return output.copy(address, new SequenceInputStream(new ByteArrayInputStream(beginning), content));
    }

    /**
     * What stays is looked into as well, for what is hidden may be new. A check has nothing to look into: what it does not
     * make anew was looked into when it was made.
     */
    @Override
    public boolean keep(String address, FileDigest seal, Consumer<byte[]> reader) throws IOException {
        return output.keep(address, seal, content -> {
            if (EntryFormat.HTML.has(SourceFile.ending(address))) {
                look(address, content);
            } else {
                lookIntoCopied(address, content);
            }
            reader.accept(content);
        });
    }

    private void look(String address, byte[] content) {
        sightings.look(address, address.getBytes(StandardCharsets.UTF_8));
        sightings.look(address, content);
    }

    private void lookIntoCopied(String address, byte[] content) {
        sightings.look(address, address.getBytes(StandardCharsets.UTF_8));
        sightings.lookIntoCopied(address, isText(content) ? plain(address, content) : content);
    }

    private static boolean isText(byte[] content) {
        for (int i = 0; i < Math.min(BEGINNING, content.length); i++) {
            if (content[i] == 0) {
                return content[0] == (byte) 0xFF || content[0] == (byte) 0xFE;
            }
        }
        return true;
    }

    /** What a text says, whatever its encoding and the form of its characters. */
    private static byte[] plain(String address, byte[] content) {
        return new TextDecoder()
                .decode(address, content, problem -> {})
                .map(text -> Normalizer.normalize(text, Normalizer.Form.NFC).getBytes(StandardCharsets.UTF_8))
                .orElse(content);
    }

    @Override
    public Collection<OutputFile> files() {
        return output.files();
    }
}
