package org.gongkai.cli.release;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.publish.release.Disk;
import org.gongkai.publish.release.Maintenance;
import org.gongkai.publish.release.Store;
import org.gongkai.publish.release.ledger.LedgerWriter;

/** The stores of all audiences, each locked before anything is done to the first one. */
final class OpenStores implements AutoCloseable {

    private final List<Maintenance> all = new ArrayList<>();
    private int recorded;

    private OpenStores() {}

    /**
     * Takes all locks.
     *
     * @throws IOException if another command holds one of them; then none is held
     */
    static OpenStores of(List<Store> stores, WriterOptions writer, Clock clock) throws IOException {
        LedgerWriter pen = writer.pen(clock);
        OpenStores open = new OpenStores();
        try {
            for (Store store : stores) {
                open.all.add(Maintenance.begin(store, writer.seconds(), clock, pen, new Disk()));
            }
            open.recorded = open.records();
            return open;
        } catch (IOException | RuntimeException | Error e) {
            open.close();
            throw e;
        }
    }

    List<Maintenance> all() {
        return List.copyOf(all);
    }

    /** Whether a page is taken down at any audience. */
    boolean isDown(String address) {
        return all.stream().anyMatch(store -> store.ledger().downAt(address).isPresent());
    }

    /** Whether anything was recorded since the locks were taken. */
    boolean changed() {
        return records() > recorded;
    }

    private int records() {
        return all.stream().mapToInt(store -> store.ledger().entries().size()).sum();
    }

    @Override
    public void close() throws IOException {
        IOException failed = null;
        for (Maintenance store : all) {
            try {
                store.close();
            } catch (IOException e) {
                failed = failed == null ? e : failed;
            }
        }
        if (failed != null) {
            throw failed;
        }
    }
}
