/**
 * Verification. Comes in: a store or a folder, and perhaps a public key. Goes out: every deviation from the manifests
 * and the records. Changes nothing.
 */
package org.gongkai.publish.release.verify;
