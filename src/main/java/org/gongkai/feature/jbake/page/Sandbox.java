package org.gongkai.feature.jbake.page;

import freemarker.ext.beans.BeansWrapper;
import freemarker.ext.beans.BeansWrapperBuilder;
import freemarker.ext.beans.MemberAccessPolicy;
import freemarker.ext.beans.MemberSelectorListMemberAccessPolicy.MemberSelector;
import freemarker.ext.beans.WhitelistMemberAccessPolicy;
import freemarker.template.Configuration;
import freemarker.template.DefaultObjectWrapper;
import freemarker.template.DefaultObjectWrapperBuilder;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.feature.jbake.document.Database;

/** Exposes values to templates: data, and the few methods that JBake's templates call; no other Java methods. */
final class Sandbox {

    private static final List<String> METHODS = List.of(
            "java.util.Collection.size()",
            "java.util.Collection.isEmpty()",
            "java.util.Collection.contains(java.lang.Object)",
            "java.util.List.get(int)",
            "java.util.List.indexOf(java.lang.Object)",
            "java.util.List.subList(int, int)",
            "java.util.Map.get(java.lang.Object)",
            "java.util.Map.size()",
            "java.util.Map.isEmpty()",
            "java.util.Map.containsKey(java.lang.Object)",
            "java.util.Map.keySet()",
            "java.util.Map.values()",
            "java.util.AbstractCollection.toString()",
            "java.util.AbstractMap.toString()",
            "java.util.Date.toString()",
            "java.lang.Number.toString()",
            "java.lang.Boolean.toString()",
            "java.lang.String.toString()",
            "java.lang.String.length()",
            "java.lang.String.isEmpty()",
            "java.lang.String.equals(java.lang.Object)",
            "java.lang.String.contains(java.lang.CharSequence)",
            "java.lang.String.startsWith(java.lang.String)",
            "java.lang.String.replace(java.lang.CharSequence, java.lang.CharSequence)",
            "java.lang.String.substring(int)",
            "java.lang.String.substring(int, int)");
    private static final List<String> DATABASE =
            List.of(("getPublishedPosts() getPublishedPosts(boolean) getPublishedPages()"
                            + " getPublishedContent(java.lang.String) getAllContent(java.lang.String)"
                            + " getPublishedPostsByTag(java.lang.String) getPublishedDocumentsByTag(java.lang.String)"
                            + " getDocumentByUri(java.lang.String) getDocumentCount(java.lang.String)"
                            + " getPublishedCount(java.lang.String) getAllTags() getTags()")
                    .split(" "));

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
        List<String> all = new ArrayList<>(METHODS);
        DATABASE.forEach(method -> all.add(Database.class.getName() + "." + method));
        all.add(Database.DataFiles.class.getName() + ".get(java.lang.String)");
        try {
            return MemberSelector.parse(all, false, Sandbox.class.getClassLoader());
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
