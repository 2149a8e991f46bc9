/**
 * The settings of a JBake project and what they configure: its files, its converters, and markup engines under JBake's
 * interface. In: a project's folder, and files with a configuration; out: checked settings, lists of files, document
 * models with sanitized bodies. Knows nothing of documents as a whole and of pages.
 */
package org.gongkai.feature.jbake.settings;
