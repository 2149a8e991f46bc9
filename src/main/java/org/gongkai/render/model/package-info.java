/** The variables of templates as records, their fingerprints, and what each template reads of them. */
package org.gongkai.render.model;
