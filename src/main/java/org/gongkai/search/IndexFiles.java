package org.gongkai.search;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.gongkai.io.WorkPool;
import org.gongkai.output.FileDigest;
import org.gongkai.output.Output;

/** The files of an index in an output. Safe for use by multiple threads. */
final class IndexFiles {

    private final Output output;
    private final Map<String, FileDigest> digests = new ConcurrentHashMap<>();
    private final Set<String> reused = ConcurrentHashMap.newKeySet();

    IndexFiles(Output output) {
        this.output = output;
    }

    /**
     * Reuses the files of an earlier build with the same documents.
     *
     * @return whether all of them are unchanged; if not, all must be written, which skips those that are
     */
    boolean reuse(Map<String, FileDigest> before, WorkPool pool) {
        AtomicBoolean all = new AtomicBoolean(true);
        pool.forEach(before.entrySet(), file -> {
            if (output.reuse(file.getKey(), file.getValue(), content -> {})) {
                reused.add(file.getKey());
                digests.put(file.getKey(), file.getValue());
            } else {
                all.set(false);
            }
        });
        return all.get();
    }

    /**
     * Writes a file unless it is reused.
     *
     * @param name its name in the folder of the index, without an ending
     * @param arguments what it hands to the search page
     */
    void write(String name, String arguments) throws IOException {
        String address = SearchIndex.FOLDER + name + ".js";
        if (!reused.contains(address)) {
            digests.put(address, output.write(address, ScriptFile.call(arguments)));
        }
    }

    /** Returns the digests of all files by address. */
    Map<String, FileDigest> digests() {
        return new TreeMap<>(digests);
    }
}
