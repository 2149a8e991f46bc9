package org.gongkai.build.cache;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.gongkai.cache.CacheReader;
import org.gongkai.cache.CacheWriter;
import org.gongkai.io.Digests;
import org.gongkai.io.FileStamp;
import org.gongkai.io.WorkPool;
import org.gongkai.output.FinishedOutput;

/**
 * The files that a build left in a folder, recognised by their metadata; those that were written too recently for that,
 * by their bytes.
 *
 * @param folder the folder
 * @param groups all files, in groups that are compared by one digest each
 */
record PlacedFiles(Path folder, List<Group> groups) {

    private static final int GROUP = 500;

    /**
     * @param stamped addresses of files that are recognised by their metadata
     * @param recent addresses of the others
     * @param digest what identifies all of them
     */
    record Group(List<String> stamped, List<String> recent, String digest) {}

    /**
     * Reads what is in a folder.
     *
     * @throws IOException if that cannot be read
     */
    static PlacedFiles of(Path folder, WorkPool pool) throws IOException {
        FileStamp stamp = FileStamp.ofWritten(folder, Clock.systemUTC());
        List<String> addresses = new FinishedOutput(folder).addresses();
        Group[] groups = new Group[(addresses.size() + GROUP - 1) / GROUP];
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < groups.length; i++) {
            numbers.add(i);
        }
        pool.forEach(numbers, i -> {
            List<String> stamped = new ArrayList<>();
            List<String> stamps = new ArrayList<>();
            List<String> recent = new ArrayList<>();
            for (String address : addresses.subList(i * GROUP, Math.min(addresses.size(), (i + 1) * GROUP))) {
                String found = stamp.of(folder.resolve(address));
                if (found.isEmpty()) {
                    recent.add(address);
                } else {
                    stamped.add(address);
                    stamps.add(found);
                }
            }
            groups[i] = new Group(stamped, recent, digest(folder, stamps, recent));
        });
        return new PlacedFiles(folder, List.of(groups));
    }

    /**
     * Whether the folder holds exactly these files, besides others that no build has placed there.
     *
     * @param wanted whether the answer is still wanted
     */
    boolean isIntact(WorkPool pool, BooleanSupplier wanted) {
        if (new FinishedOutput(folder).isBeingWritten()) {
            return false;
        }
        FileStamp stamp = FileStamp.ofWritten(folder, Clock.systemUTC());
        AtomicBoolean intact = new AtomicBoolean(true);
        pool.forEach(groups, group -> {
            if (wanted.getAsBoolean() && intact.get() && !isIntact(stamp, group)) {
                intact.set(false);
            }
        });
        return intact.get();
    }

    private boolean isIntact(FileStamp stamp, Group group) {
        try {
            List<String> stamps = new ArrayList<>();
            for (String address : group.stamped()) {
                stamps.add(stamp.ofPossible(folder.resolve(address)));
            }
            return digest(folder, stamps, group.recent()).equals(group.digest());
        } catch (IOException e) {
            // The build that is made then tells what is wrong with the output.
            return false;
        }
    }

    private static String digest(Path folder, List<String> stamps, List<String> recent) throws IOException {
        MessageDigest digest = Digests.sha256();
        stamps.forEach(stamp -> Digests.addLine(digest, stamp));
        for (String address : recent) {
            Path file = folder.resolve(address);
            Digests.addLine(digest, Files.isRegularFile(file) ? Digests.sha256(Files.readAllBytes(file)) : "");
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    void write(CacheWriter out) {
        out.text(folder.toString()).all(groups, group -> out.all(group.stamped(), out::text)
                .all(group.recent(), out::text)
                .text(group.digest()));
    }

    static PlacedFiles read(CacheReader in) {
        return new PlacedFiles(
                Path.of(in.text()), in.all(() -> new Group(in.all(in::text), in.all(in::text), in.text())));
    }
}
