package org.gongkai.publish.release.assemble;

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
import java.util.stream.Stream;
import org.gongkai.publish.release.ledger.Ledger;
import org.gongkai.publish.release.takedown.NamedEntries;
import org.gongkai.publish.release.takedown.Redirect;
import org.gongkai.site.identity.PublishedEntry;

/** The entries of a built site, including addresses that only its redirects reveal. */
public record SiteEntries(NewSite site) {

    /**
     * All entries. Redirects are read only at addresses that were taken down; an imported bundle has no other record of
     * the previous addresses of its entries.
     */
    public List<PublishedEntry> all(Collection<Ledger.ActiveTakedown> down) throws IOException {
        Set<String> taken = new HashSet<>();
        for (Ledger.ActiveTakedown one : down) {
            taken.addAll(one.event().addresses());
            taken.addAll(one.event().notices());
        }
        taken.retainAll(site.otherAddresses());
        Map<String, Set<String>> leadingTo = new HashMap<>();
        for (String address : taken) {
            target(address).ifPresent(target -> leadingTo
                    .computeIfAbsent(target, t -> new HashSet<>())
                    .add(address));
        }
        return Stream.concat(
                        site.known().stream()
                                .map(entry -> entry.alsoAt(leadingTo.getOrDefault(entry.address(), Set.of()))),
                        NamedEntries.returned(site.built(), down).stream())
                .toList();
    }

    private Optional<String> target(String address) throws IOException {
        Path page = site.built().resolve(address);
        return Files.isRegularFile(page)
                ? Redirect.target(new String(Files.readAllBytes(page), StandardCharsets.UTF_8), address)
                : Optional.empty();
    }
}
