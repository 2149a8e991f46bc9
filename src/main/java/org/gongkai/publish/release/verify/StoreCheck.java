package org.gongkai.publish.release.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.io.Digests;
import org.gongkai.problem.PublicationRefused;
import org.gongkai.publish.release.Store;
import org.gongkai.publish.release.ledger.CheckingKey;
import org.gongkai.publish.release.ledger.Ledger;
import org.gongkai.publish.release.ledger.Ledger.Release;
import org.gongkai.publish.release.verify.Finding.Kind;

/** Verifies what a store holds against its list of records. */
public final class StoreCheck {

    private final Store store;
    private final Ledger ledger;
    private final Optional<CheckingKey> key;
    private final Verification verification = new Verification();

    /**
     * @param key who must have signed; nobody if empty
     * @throws PublicationRefused if the list of records was tampered with
     */
    public StoreCheck(Store store, Optional<CheckingKey> key) throws IOException {
        this.store = store;
        this.ledger = store.ledger();
        this.key = key;
    }

    public Ledger ledger() {
        return ledger;
    }

    /** The release that readers see; empty if there is none yet. */
    public Optional<Release> served() throws IOException {
        return store.servedRelease().flatMap(ledger::kept);
    }

    /**
     * Whether a publication was recorded and died before readers were led to it; what they see is whole, and the next
     * writing command leads them on.
     */
    public boolean waitsForSwitch() throws IOException {
        return served().isPresent()
                && !served().map(Release::id).equals(ledger.current().map(Release::id));
    }

    /** What is wrong with what readers see. */
    public List<Finding> current() throws IOException {
        Optional<Path> target = store.served();
        Optional<Release> served = served();
        if (target.isEmpty()
                && ledger.releases().size() == 1
                && ledger.current().isPresent()) {
            return release(ledger.current().get().id()); // Died before its very first switch.
        }
        if (served.isEmpty()) {
            return List.of(new Finding(Kind.CURRENT, target.map(Path::toString).orElse("没有 current")));
        }
        List<Finding> findings = release(served.get(), store.folder().resolve(target.get()));
        findings.addAll(switching(served.get()));
        return findings;
    }

    /** Whether the record that led readers to a release is signed; that the release is, says not that it is the current one. */
    private List<Finding> switching(Release served) {
        return ledger
                .madeCurrent()
                .filter(record -> !record.equals(served.sealed().by()))
                .filter(record -> key.isPresent() && !record.signedBy(key.get()))
                .map(record -> new Finding(
                        record.bearsSignature() ? Kind.SIGNATURE : Kind.UNSIGNED, "第 " + record.number() + " 条发布记录"))
                .stream()
                .toList();
    }

    /** What is wrong with a release that was not deleted. */
    public List<Finding> release(String id) throws IOException {
        return release(ledger.kept(id).orElseThrow(), store.release(id));
    }

    private List<Finding> release(Release release, Path folder) throws IOException {
        List<Finding> findings =
                new ArrayList<>(verification.sealed(folder, release.sealed(), key, "releases/" + release.id()));
        if (findings.removeIf(finding -> finding.kind() == Kind.SEAL)) {
            boolean unfinished = Files.isDirectory(Store.replacementOf(store.release(release.id())));
            findings.add(0, new Finding(unfinished ? Kind.UNFINISHED : Kind.SEAL, "releases/" + release.id()));
        }
        Path addresses = store.addresses(release.id());
        if (!Files.isRegularFile(addresses)
                || !Digests.sha256(Files.readAllBytes(addresses))
                        .equals(release.published().addresses())) {
            findings.add(new Finding(Kind.ADDRESSES, "addresses/" + release.id() + ".txt"));
        }
        return findings;
    }

    /** What is wrong with every release, and every edition, that was not deleted, by its name. */
    public Map<String, List<Finding>> everything() throws IOException {
        Map<String, List<Finding>> all = new LinkedHashMap<>();
        all.put("current", current());
        for (Release release : ledger.kept()) {
            all.put("releases/" + release.id(), release(release.id()));
        }
        for (Map.Entry<String, Ledger.Sealed> edition : ledger.editions().entrySet()) {
            String name = "editions/" + edition.getKey();
            all.put(name, verification.sealed(store.edition(edition.getKey()), edition.getValue(), key, name));
        }
        return all;
    }
}
