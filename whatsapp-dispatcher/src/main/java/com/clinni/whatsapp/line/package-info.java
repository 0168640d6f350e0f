/** The numbers we send from: how they stand, how fast they may send, what people do with them. */
package com.clinni.whatsapp.line;
