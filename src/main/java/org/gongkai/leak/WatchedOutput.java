package org.gongkai.leak;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.gongkai.output.Manifest.OutputFile;
import org.gongkai.output.Output;
import org.gongkai.output.Seal;
import org.gongkai.source.EntryFormat;

/** Hands on every file to an output and shows it to the check on its way, so that nothing has to be read again. */
final class WatchedOutput implements Output {

    /** Files that are copied are looked into if they are text: these, and whatever is written as entries are. */
    private static final Set<String> TEXTS =
            Set.of("css", "js", "json", "txt", "xml", "svg", "csv", "ics", "webmanifest");

    private static final int MOST = 8 * 1024 * 1024;

    private final Output output;
    private final Sightings sightings;

    WatchedOutput(Output output, Sightings sightings) {
        this.output = output;
        this.sightings = sightings;
    }

    @Override
    public Seal write(String address, byte[] content) throws IOException {
        look(address, content);
        return output.write(address, content);
    }

    @Override
    public Seal copy(String address, InputStream content) throws IOException {
        if (!isText(address)) {
            look(address, new byte[0]);
            return output.copy(address, content);
        }
        byte[] beginning = content.readNBytes(MOST);
        look(address, beginning);
        return output.copy(address, new SequenceInputStream(new ByteArrayInputStream(beginning), content));
    }

    /**
     * What stays is looked into as well, for what is hidden may be new. A check has nothing to look into: what it does not
     * make anew was looked into when it was made.
     */
    @Override
    public boolean keep(String address, Seal seal, Consumer<byte[]> reader) throws IOException {
        return output.keep(address, seal, content -> {
            look(address, isText(address) ? content : new byte[0]);
            reader.accept(content);
        });
    }

    private static boolean isText(String address) {
        String ending = address.substring(address.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return TEXTS.contains(ending) || EntryFormat.ofEnding(ending).isPresent();
    }

    private void look(String address, byte[] content) {
        sightings.look(address, address.getBytes(StandardCharsets.UTF_8));
        sightings.look(address, content);
    }

    @Override
    public Collection<OutputFile> files() {
        return output.files();
    }
}
