package org.gongkai.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.util.Optional;
import java.util.OptionalLong;
import org.gongkai.output.FileDigest;
import org.gongkai.output.Output;
import org.gongkai.pipeline.cache.PageCache;
import org.gongkai.site.SiteFile;

/**
 * Writes files of a site into its output; what an earlier build has made of the same is not made again. Safe for use by
 * multiple threads.
 *
 * @param cache what earlier builds made
 */
public record SiteFileWriter(Output output, PageCache cache) {

    /**
     * Writes a file.
     *
     * @throws IOException if it cannot be written, or if it is a copy of a file that is changing
     */
    public void write(SiteFile file) throws IOException {
        if (cache.reuse(file, output)) {
            return;
        }
        SiteFile.Content content = file.content().get();
        String key = cache.isEnabled() ? content.fingerprint().get() : "";
        if (key.isEmpty() || !cache.reuse(file, key, output)) {
            Optional<SiteFile.Original> original = content.original();
            FileDigest digest = original.isPresent()
                    ? copy(file.address(), original.get())
                    : output.write(file.address(), content.bytes().get());
            if (cache.isEnabled()) {
                cache.record(file, key, digest);
            }
        }
    }

    private FileDigest copy(String address, SiteFile.Original original) throws IOException {
        try (InputStream in = original.open()) {
            FileDigest digest = output.copy(address, in);
            OptionalLong size = original.size();
            if (size.isPresent() && !digest.sha256().isEmpty() && digest.size() != size.getAsLong()) {
                throw new FileSystemException(address, null, "正在生成站点的时候被改动了，请再运行一次");
            }
            return digest;
        }
    }
}
