package org.gongkai.portal.collect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import org.gongkai.io.FileLimit;
import org.gongkai.io.HeapBudget;
import org.gongkai.output.Manifest;
import org.gongkai.problem.PublicationRefused;
import org.gongkai.publish.SiteList.ListedSite;
import org.gongkai.publish.release.StoreCheck;
import org.gongkai.publish.release.Verification.Finding;
import org.gongkai.publish.release.ledger.AddressList;
import org.gongkai.publish.release.ledger.Ledger;
import org.gongkai.publish.release.ledger.Ledger.UnknownRelease;
import org.gongkai.publish.release.ledger.SigningKey.VerificationKey;
import org.gongkai.publish.release.ledger.Store;

/**
 * Reads published sites into a folder, each release verified against its seal. Sites are independent of each other: it
 * does no harm if two processes collect the same one.
 *
 * @param folder where the files of records are
 * @param failures the reasons of failures of the machine in words
 * @param heap what sites that are read at the same time share
 */
public record Collector(CollectedFolder folder, Function<IOException, String> failures, HeapBudget heap) {

    /**
     * What came of a site.
     *
     * @param failure why it could not be read; empty if it was
     * @param isChanged whether it differs from what had been collected
     */
    public record Result(Optional<String> failure, boolean isChanged) {}

    /**
     * Collects a site. If it cannot be read or verified, what was collected before remains, and the reason is noted.
     *
     * @throws IOException if the folder cannot be written
     */
    public Result collect(ListedSite site) throws IOException {
        try {
            boolean isChanged = read(site);
            folder.succeeded(site.code());
            return new Result(Optional.empty(), isChanged);
        } catch (UnreadableSite e) {
            return failed(site, e.getMessage(), e.getMessage());
        } catch (HeapBudget.Exhausted e) {
            return failed(site, "内存不够，没有读完", "内容太多，没有读完");
        } catch (PublicationRefused | UnknownRelease e) {
            return failed(site, e.getMessage(), "发布记录或者公钥有问题");
        } catch (IOException e) {
            return failed(site, failures.apply(e), "文件读不出来");
        } catch (UncheckedIOException e) {
            return failed(site, failures.apply(e.getCause()), "文件读不出来");
        } catch (IllegalArgumentException
                | IndexOutOfBoundsException
                | ClassCastException
                | DateTimeException
                | NoSuchElementException e) {
            // Whatever another program has written there, the other sites are collected.
            String reason = "里面的文件不是本程序写的样子";
            return failed(site, reason + "（" + e.getMessage() + "）", reason);
        }
    }

    /** @param told what readers of the portal are told, who may not see where files are */
    private Result failed(ListedSite site, String reason, String told) throws IOException {
        folder.failed(site.code(), told);
        return new Result(Optional.of(reason), false);
    }

    private boolean read(ListedSite site) throws IOException {
        Path to = site.to().orElseThrow();
        List<Store> stores = Store.inUse(to);
        if (stores.isEmpty()) {
            if (!Files.isDirectory(to)) {
                throw new NoSuchFileException(to.toString());
            }
            throw new UnreadableSite("还没有发布过");
        }
        Optional<VerificationKey> key = site.publicKey().isPresent()
                ? Optional.of(VerificationKey.read(site.publicKey().get()))
                : Optional.empty();
        List<RecordFile> current = new ArrayList<>();
        boolean isChanged = false;
        for (Store store : stores) {
            String audience = to.relativize(store.folder()).toString();
            RecordFile file = folder.file(site.code(), audience);
            isChanged |= read(new ReleaseReader(site.code(), audience, heap), store, key, file);
            current.add(file);
        }
        for (RecordFile file : folder.files(site.code())) {
            if (!current.contains(file)) {
                // Another process may collect the same site and have deleted it.
                Files.deleteIfExists(file.path());
                isChanged = true;
            }
        }
        return isChanged;
    }

    private boolean read(ReleaseReader reader, Store store, Optional<VerificationKey> key, RecordFile file)
            throws IOException {
        FileLimit limit = FileLimit.in(heap);
        long size = limit.size(store.records()) + limit.size(store.current().resolve(Manifest.NAME));
        return heap.read(
                store.folder().toString(),
                limit.heap(size),
                () -> read(reader, new StoreCheck(store, key), store, key.isPresent(), file));
    }

    private boolean read(ReleaseReader reader, StoreCheck check, Store store, boolean isSigned, RecordFile file)
            throws IOException {
        Optional<Ledger.Release> served = check.served();
        if (served.isEmpty()) {
            throw new UnreadableSite("还没有发布过");
        }
        String state = "records " + served.get().id() + " "
                + check.ledger().last().orElseThrow().hash() + (isSigned ? " signed" : "");
        if (file.site().filter(before -> before.release().state().equals(state)).isPresent()) {
            return false;
        }
        List<Finding> findings = check.current();
        if (!findings.isEmpty()) {
            throw new UnreadableSite(
                    "核对不上：" + findings.get(0).text() + (findings.size() > 1 ? "等 " + findings.size() + " 处" : ""));
        }
        AddressList addresses = AddressList.of(store, served.get().id());
        reader.read(store.current().toRealPath(), served.get(), addresses, state, file);
        return true;
    }

    /** A published site that cannot be used. The message says why in Chinese, without a full stop. */
    static final class UnreadableSite extends IOException {
        UnreadableSite(String reason) {
            super(reason);
        }
    }
}
