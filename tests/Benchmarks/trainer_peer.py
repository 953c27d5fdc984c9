"""XGBoost on the trainer's yardstick, one fit in one process: trainer_peer.py FOLDER THREADS (needs python3-xgboost)."""
import json, os, resource, sys, time

folder, threads = sys.argv[1], int(sys.argv[2])
os.environ["OMP_NUM_THREADS"] = str(threads)
import numpy as np
import xgboost
from sklearn.metrics import roc_auc_score

read = lambda name: (np.fromfile(f"{folder}/{name}.f32", np.float32).reshape(-1, 30), np.fromfile(f"{folder}/{name}.y.u8", np.uint8))
(features, targets), (test, happened) = read("train"), read("test")
model = xgboost.XGBClassifier(
    tree_method="hist", grow_policy="lossguide", n_estimators=100, max_leaves=31, max_depth=0, learning_rate=0.1, n_jobs=threads)
wall, busy = time.perf_counter(), time.process_time()
model.fit(features, targets)
fit, fit_cpu = time.perf_counter() - wall, time.process_time() - busy
rates = []
for _ in range(5):
    wall = time.perf_counter()
    predicted = model.predict_proba(test)[:, 1]
    rates.append(len(test) / (time.perf_counter() - wall))
print(json.dumps({
    "fit": fit, "fit_cpu": fit_cpu, "rows_per_second": max(rates), "auc": float(roc_auc_score(happened, predicted)),
    "peak_mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}))
