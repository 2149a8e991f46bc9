package org.gongkai.publish.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.gongkai.problem.PublicationRefused;
import org.gongkai.publish.release.Transaction.TransactionJournal;
import org.gongkai.publish.release.Verification.Finding;
import org.gongkai.publish.release.Verification.Finding.Kind;
import org.gongkai.publish.release.ledger.AddressList;
import org.gongkai.publish.release.ledger.Event.TakenDown;
import org.gongkai.publish.release.ledger.Ledger;
import org.gongkai.publish.release.ledger.Ledger.ActiveTakedown;
import org.gongkai.publish.release.ledger.Ledger.Release;
import org.gongkai.publish.release.ledger.LedgerRecord;
import org.gongkai.publish.release.ledger.SigningKey.VerificationKey;
import org.gongkai.publish.release.ledger.Store;

/** Verifies the content of a store against its records. */
public final class StoreCheck {

    private final Store store;
    private final Ledger ledger;
    private final Optional<VerificationKey> key;
    private final Verification verification = new Verification();

    /**
     * @param key the key that must have signed; signatures are not verified if empty
     * @throws PublicationRefused if the records were tampered with
     */
    public StoreCheck(Store store, Optional<VerificationKey> key) throws IOException {
        this.store = store;
        this.ledger = store.ledger();
        this.key = key;
    }

    public Ledger ledger() {
        return ledger;
    }

    /** The release that readers see; empty if there is none yet. */
    public Optional<Release> served() throws IOException {
        return store.servedRelease().flatMap(ledger::retained);
    }

    /**
     * Whether a publication died after it was recorded and before readers were switched to it. The next command that
     * writes switches them.
     */
    public boolean waitsForSwitch() throws IOException {
        return isFirst()
                || served().isPresent()
                        && !served().map(Release::id).equals(ledger.current().map(Release::id));
    }

    /** Whether the very first publication died before its switch, so that readers see nothing. */
    private boolean isFirst() throws IOException {
        return store.served().isEmpty()
                && ledger.releases().size() == 1
                && ledger.current().isPresent();
    }

    /** Verifies what readers see. */
    public List<Finding> current() throws IOException {
        Optional<Path> target = store.served();
        Optional<Release> served = served();
        if (isFirst()) {
            return release(ledger.current().get().id());
        }
        if (served.isEmpty()) {
            return List.of(new Finding(Kind.CURRENT, target.map(Path::toString).orElse("没有 current")));
        }
        List<Finding> findings = release(served.get(), store.folder().resolve(target.get()));
        findings.addAll(switching(served.get()));
        findings.addAll(takedowns());
        return findings;
    }

    /**
     * Compares the takedowns with those of the other audiences. What this store has ever known was decided here, too,
     * even if it was allowed again since.
     */
    public List<Finding> takedowns() throws IOException {
        List<Finding> findings = new ArrayList<>();
        if (TransactionJournal.hasTakedown(store.folder())) {
            findings.add(new Finding(Kind.UNFINISHED, store.folder().toString()));
        }
        Set<String> known = new TreeSet<>();
        for (LedgerRecord record : ledger.records()) {
            if (record.event() instanceof TakenDown event) {
                known.add(event.address());
                known.addAll(event.addresses());
            }
        }
        for (Store other : store.besides()) {
            other.ledger().takedowns().values().stream()
                    .map(ActiveTakedown::event)
                    .filter(event -> !event.only() && !known.contains(event.address()))
                    .map(event -> new Finding(
                            Kind.ELSEWHERE,
                            event.address() + "（" + other.folder().getFileName() + "）"))
                    .forEach(findings::add);
        }
        return findings;
    }

    /**
     * Verifies the signature of the record that switched readers to a release, which may not be the one that sealed it.
     */
    private List<Finding> switching(Release served) {
        return ledger
                .switchRecord()
                .filter(record -> !record.equals(served.sealed().record()))
                .filter(record -> key.isPresent() && !record.signedBy(key.get()))
                .map(record -> new Finding(
                        record.signature().isPresent() ? Kind.SIGNATURE : Kind.UNSIGNED,
                        "第 " + record.number() + " 条发布记录"))
                .stream()
                .toList();
    }

    /** Verifies a release that was not pruned. */
    public List<Finding> release(String id) throws IOException {
        return release(ledger.retained(id).orElseThrow(), store.release(id));
    }

    private List<Finding> release(Release release, Path folder) throws IOException {
        List<Finding> findings =
                new ArrayList<>(verification.sealed(folder, release.sealed(), key, Store.nameOf(release.id())));
        if (findings.removeIf(finding -> finding.kind() == Kind.SEAL)) {
            boolean unfinished = Files.isDirectory(Store.replacementOf(store.release(release.id())));
            findings.add(0, new Finding(unfinished ? Kind.UNFINISHED : Kind.SEAL, Store.nameOf(release.id())));
        }
        if (AddressList.sealed(store, release).isEmpty()) {
            findings.add(new Finding(Kind.ADDRESSES, "addresses/" + release.id() + ".txt"));
        }
        return findings;
    }

    /** Verifies what readers see, all releases that were not pruned, and all editions; findings by name. */
    public Map<String, List<Finding>> all() throws IOException {
        Map<String, List<Finding>> all = new LinkedHashMap<>();
        all.put("current", current());
        for (Release release : ledger.retained()) {
            all.put(Store.nameOf(release.id()), release(release.id()));
        }
        for (Map.Entry<String, Ledger.Sealed> edition : ledger.editions().entrySet()) {
            String name = Store.nameOfEdition(edition.getKey());
            all.put(name, verification.sealed(store.edition(edition.getKey()), edition.getValue(), key, name));
        }
        return all;
    }
}
