package org.gongkai.publish;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.cli.release.WriterOptions;
import org.gongkai.publish.release.Disk;
import org.gongkai.publish.release.Maintenance;
import org.gongkai.publish.release.Store;
import org.gongkai.publish.release.ledger.LedgerWriter;

/** The stores of all audiences, each locked before anything is done to the first one. */
public final class LockedStores implements AutoCloseable {

    private final List<Maintenance> all = new ArrayList<>();
    private int recorded;

    private LockedStores() {}

    /**
     * Takes all locks.
     *
     * @throws IOException if another command holds one of them; then none is held
     */
    public static LockedStores of(List<Store> stores, WriterOptions writer, Clock clock) throws IOException {
        LedgerWriter pen = writer.ledgerWriter(clock);
        LockedStores open = new LockedStores();
        try {
            for (Store store : stores) {
                open.all.add(Maintenance.begin(store, writer.lockTimeoutSeconds(), clock, pen, new Disk()));
            }
            open.recorded = open.records();
            return open;
        } catch (IOException | RuntimeException | Error e) {
            open.close();
            throw e;
        }
    }

    public List<Maintenance> all() {
        return List.copyOf(all);
    }

    /** Whether a page is taken down at any audience. */
    public boolean isDown(String address) {
        return all.stream().anyMatch(store -> store.ledger().downAt(address).isPresent());
    }

    /** Whether anything was recorded since the locks were taken. */
    public boolean changed() {
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
