package org.gongkai.feature.search.index;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.gongkai.feature.search.pack.BitWriter;
import org.gongkai.feature.search.pack.ScriptFile;
import org.gongkai.io.WorkPool;
import org.gongkai.output.FileDigest;
import org.gongkai.output.Output;

/** The files of an index in an output. Safe for use by multiple threads. */
final class IndexFiles {

    /** The folder of the files of keys. */
    static final String KEYS = "i/";

    private final Output output;
    private final Map<String, FileDigest> before;
    private final Map<String, FileDigest> digests = new ConcurrentHashMap<>();

    /** Thrown if a file of the earlier build is missing. */
    static final class Missing extends Exception {}

    /** @param before the files of an earlier build, by address; may be empty */
    IndexFiles(Output output, Map<String, FileDigest> before) {
        this.output = output;
        this.before = before;
    }

    private static String address(String name) {
        return SearchIndex.FOLDER + name + ".js";
    }

    /** Reuses all files of the earlier build; returns false if one of them is missing. */
    boolean reuseAll(WorkPool pool) {
        AtomicBoolean all = new AtomicBoolean(true);
        pool.forEach(before.keySet(), address -> {
            if (!reuseAddress(address)) {
                all.set(false);
            }
        });
        return all.get();
    }

    /** Reuses a file of the earlier build; returns false if it is missing. */
    boolean reuse(String name) throws IOException {
        return reuseAddress(address(name));
    }

    /** Reuses a file of the earlier build. */
    void requireReuse(String name) throws IOException, Missing {
        if (!reuse(name)) {
            throw new Missing();
        }
    }

    private boolean reuseAddress(String address) throws IOException {
        FileDigest digest = before.get(address);
        if (digest == null || !output.reuse(address, digest)) {
            return false;
        }
        digests.put(address, digest);
        return true;
    }

    /** Returns the packed value in a file of the earlier build. */
    String previous(String name) throws IOException, Missing {
        FileDigest digest = before.get(address(name));
        if (digest == null) {
            throw new Missing();
        }
        byte[] file = output.previous(address(name), digest).orElseThrow(Missing::new);
        String literal = ScriptFile.arguments(file);
        return literal.substring(1, literal.length() - 1);
    }

    /** Writes a packed value to a file. */
    void write(String name, BitWriter packed) throws IOException {
        write(name, '"' + packed.toString() + '"');
    }

    /**
     * Writes a file unless it has been written or reused; files left by an incomplete update are valid.
     *
     * @param name its name in the folder of the index, without an ending
     * @param arguments what it passes to the search page
     */
    void write(String name, String arguments) throws IOException {
        String address = address(name);
        if (!digests.containsKey(address)) {
            digests.put(address, output.write(address, ScriptFile.call(arguments)));
        }
    }

    /** Returns the digests of all files by address. */
    Map<String, FileDigest> digests() {
        return new TreeMap<>(digests);
    }
}
