package org.gongkai.release;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The entries of a built site, with the addresses that only its redirects tell. */
final class SiteEntries {

    private final NewSite site;

    SiteEntries(NewSite site) {
        this.site = site;
    }

    /**
     * All entries. A redirect is looked into only if it stands where something was taken down: of an archive, nobody else says
     * where its entries stood before.
     */
    List<PublishedEntry> all(Collection<Ledger.Down> down) throws IOException {
        Set<String> taken = new HashSet<>();
        for (Ledger.Down one : down) {
            taken.addAll(one.taken().addresses());
            taken.addAll(one.taken().notices());
        }
        taken.retainAll(site.otherAddresses());
        Map<String, Set<String>> leadingTo = new HashMap<>();
        for (String address : taken) {
            target(address).ifPresent(target -> leadingTo
                    .computeIfAbsent(target, t -> new HashSet<>())
                    .add(address));
        }
        return site.known().stream()
                .map(entry -> entry.alsoAt(leadingTo.getOrDefault(entry.address(), Set.of())))
                .toList();
    }

    private Optional<String> target(String address) throws IOException {
        Path page = site.built().resolve(address);
        return Files.isRegularFile(page)
                ? Redirect.target(new String(Files.readAllBytes(page), StandardCharsets.UTF_8), address)
                : Optional.empty();
    }
}
