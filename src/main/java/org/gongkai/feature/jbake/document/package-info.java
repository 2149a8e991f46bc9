/**
 * Documents of a JBake project. In: its files; out: documents with the headers, dates and addresses of JBake, and the
 * data that templates query. Knows nothing of templates.
 */
package org.gongkai.feature.jbake.document;
