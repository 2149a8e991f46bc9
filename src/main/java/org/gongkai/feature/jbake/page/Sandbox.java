package org.gongkai.feature.jbake.page;

import freemarker.ext.beans.BeansWrapper;
import freemarker.ext.beans.BeansWrapperBuilder;
import freemarker.ext.beans.MemberAccessPolicy;
import freemarker.ext.beans.MemberSelectorListMemberAccessPolicy.MemberSelector;
import freemarker.ext.beans.WhitelistMemberAccessPolicy;
import freemarker.template.Configuration;
import freemarker.template.DefaultObjectWrapper;
import freemarker.template.DefaultObjectWrapperBuilder;
import java.util.List;
import org.gongkai.io.TextResource;

/** Exposes values to templates: data, and the few methods that JBake's templates call; no other Java methods. */
final class Sandbox {

    private final DefaultObjectWrapper values;
    private final BeansWrapper beans;

    Sandbox() {
        MemberAccessPolicy policy = new WhitelistMemberAccessPolicy(allowed());
        DefaultObjectWrapperBuilder builder =
                new DefaultObjectWrapperBuilder(Configuration.DEFAULT_INCOMPATIBLE_IMPROVEMENTS);
        // JBake's templates see copies; adapters expose the same values and are thread-safe.
        builder.setUseAdaptersForContainers(true);
        builder.setMemberAccessPolicy(policy);
        this.values = builder.build();
        BeansWrapperBuilder methods = new BeansWrapperBuilder(Configuration.DEFAULT_INCOMPATIBLE_IMPROVEMENTS);
        methods.setMemberAccessPolicy(policy);
        this.beans = methods.build();
    }

    private static List<MemberSelector> allowed() {
        try {
            return MemberSelector.parse(
                    TextResource.list(Sandbox.class, "methods.txt"), false, Sandbox.class.getClassLoader());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Wraps values as FreeMarker does by default. */
    DefaultObjectWrapper values() {
        return values;
    }

    /** Wraps an object whose methods templates call. */
    BeansWrapper beans() {
        return beans;
    }
}
