/**
 * The variables of templates as records, their fingerprints, and what each template reads of them. Comes in: a site.
 * Goes out: the records. Knows nothing of bodies and of which pages there are.
 */
package org.gongkai.render.model;
