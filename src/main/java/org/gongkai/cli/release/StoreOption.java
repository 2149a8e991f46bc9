package org.gongkai.cli.release;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.gongkai.cli.option.WrongUsage;
import org.gongkai.io.InstalledProgram;
import org.gongkai.publish.release.ledger.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The option that names the folder of the releases. */
@Command
final class StoreOption {

    @Option(names = "--to", required = true, paramLabel = "文件夹", description = "发布到哪里，或已经发布在哪里")
    private Path folder;

    Path folder() {
        return folder.toAbsolutePath().normalize();
    }

    /**
     * The stores of all audiences there.
     *
     * @throws WrongUsage if there are none
     */
    List<Store> stores() throws IOException {
        List<Store> stores = Store.at(folder());
        if (stores.isEmpty()) {
            throw new WrongUsage("这里还没有发布过：" + folder());
        }
        return stores;
    }

    /**
     * Whether each audience has its own store there.
     *
     * @throws WrongUsage if there is none
     */
    boolean areSeveral() throws IOException {
        stores();
        return !Store.inUse(folder()).get(0).folder().equals(folder());
    }

    /**
     * The only store there.
     *
     * @throws WrongUsage if there is none, or several
     */
    Store store() throws IOException {
        if (areSeveral()) {
            throw new WrongUsage("这里每个公开对象各有一个文件夹，请写明是哪一个，如 --to "
                    + InstalledProgram.typed(Store.inUse(folder()).get(0).folder()));
        }
        return Store.inUse(folder()).get(0);
    }
}
