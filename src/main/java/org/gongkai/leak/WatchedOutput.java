package org.gongkai.leak;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import org.gongkai.output.Manifest.OutputFile;
import org.gongkai.output.Output;

/** Hands on every file to an output and shows it to the check on its way, so that nothing has to be read again. */
final class WatchedOutput implements Output {

    /** Files that are copied are looked into if they are text. */
    private static final Set<String> TEXTS =
            Set.of("html", "htm", "css", "js", "json", "txt", "xml", "svg", "md", "csv", "ics", "webmanifest");

    private static final int MOST = 8 * 1024 * 1024;

    private final Output output;
    private final Sightings sightings;

    WatchedOutput(Output output, Sightings sightings) {
        this.output = output;
        this.sightings = sightings;
    }

    @Override
    public void write(String address, byte[] content) throws IOException {
        look(address, content);
        output.write(address, content);
    }

    @Override
    public void copy(String address, InputStream content) throws IOException {
        String ending = address.substring(address.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (!TEXTS.contains(ending)) {
            look(address, new byte[0]);
            output.copy(address, content);
            return;
        }
        byte[] beginning = content.readNBytes(MOST);
        look(address, beginning);
        output.copy(address, new SequenceInputStream(new ByteArrayInputStream(beginning), content));
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
