package org.gongkai.output;

import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListMap;
import org.gongkai.output.Manifest.OutputFile;

/** Keeps the addresses of files and nothing else: a site is checked as if it were written, and is not. */
public final class NoOutput implements Output {

    private final ConcurrentSkipListMap<String, OutputFile> files = new ConcurrentSkipListMap<>();

    @Override
    public void write(String address, byte[] content) {
        files.put(address, new OutputFile(address, content.length, ""));
    }

    @Override
    public void copy(String address, InputStream content) {
        files.put(address, new OutputFile(address, 0, ""));
    }

    @Override
    public Collection<OutputFile> files() {
        return List.copyOf(files.values());
    }
}
