package org.gongkai.feature.jbake.page;

import java.util.List;
import java.util.Map;
import org.gongkai.feature.jbake.document.Document;

/**
 * A planned page.
 *
 * @param address its address
 * @param template its template, {@code null} if the settings name none
 * @param type type of the document, or name of the list that it shows
 * @param variables variables of this page alone
 * @param posts the posts that {@code published_posts} holds
 * @param documents the documents that the page may show, for finding the cause of a failure
 * @param isDocument whether it is the page of a single document
 */
record JBakePage(
        String address,
        String template,
        String type,
        Map<String, Object> variables,
        List<Document> posts,
        List<Document> documents,
        boolean isDocument) {}
