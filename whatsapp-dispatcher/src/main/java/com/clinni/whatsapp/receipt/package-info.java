/** Receipts: the gateway reports how far a message came. */
package com.clinni.whatsapp.receipt;
