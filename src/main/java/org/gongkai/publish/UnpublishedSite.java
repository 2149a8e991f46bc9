package org.gongkai.publish;

import java.io.IOException;
import java.nio.file.Path;
import org.gongkai.pipeline.BuildRequest.PreviousPublication;
import org.gongkai.publish.release.ledger.Store;
import org.gongkai.site.Editions;

/** A site that is built into a folder and has no releases; the stores of other sites are kept from it. */
public final class UnpublishedSite implements PreviousPublication {

    @Override
    public Editions editions(String folder) {
        return Editions.NONE;
    }

    @Override
    public boolean isStore(Path folder) throws IOException {
        return !Store.at(folder).isEmpty();
    }
}
