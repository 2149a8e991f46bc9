package org.gongkai.render.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.source.SourceFile;
import org.gongkai.render.model.Model;
import org.gongkai.site.Item;
import org.gongkai.site.address.Slugs;
import org.gongkai.site.link.EntryLinks.ResourceAddresses;
import org.gongkai.site.link.EntryTargets;

/**
 * The files that the header of an entry attaches.
 *
 * @param files links to them, in the order of the header
 * @param addresses the addresses of these files
 */
public record AttachedFiles(List<Model.Attachment> files, ResourceAddresses addresses) {

    /** @param targets finds the files, and reports those that are missing */
    public static AttachedFiles of(Item item, EntryTargets targets, Slugs slugs) {
        List<Model.Attachment> files = new ArrayList<>();
        ResourceAddresses addresses = ResourceAddresses.none(item, slugs);
        for (Entry.Attachment attachment : item.entry().header().attachments()) {
            Optional<SourceFile> file = targets.attachment(attachment.path());
            if (file.isPresent()) {
                addresses = addresses.with(file.get());
                files.add(link(attachment.label(), file.get(), addresses.of(file.get())));
            }
        }
        return new AttachedFiles(files, addresses);
    }

    private static Model.Attachment link(String label, SourceFile file, String address) {
        String ending = file.ending();
        return new Model.Attachment(
                label.isEmpty() ? file.stem() : label,
                address,
                ending.isEmpty() ? "文件" : ending.toUpperCase(Locale.ROOT),
                size(file.size()));
    }

    /** Formats a size in bytes: 1 KB, 12 KB, 3.4 MB. */
    static String size(long bytes) {
        if (bytes < 1000 * 1024) {
            return Math.max(1, Math.round(bytes / 1024.0)) + " KB";
        }
        return String.format(Locale.ROOT, "%.1f MB", bytes / 1024.0 / 1024.0);
    }
}
