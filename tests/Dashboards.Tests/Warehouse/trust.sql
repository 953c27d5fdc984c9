INSERT INTO marts.model_card VALUES
    ('potential_base_rate', 'auc', 0.5, 0.48, 0.53, 0.5, 'rolling 2024-07-09/2025-04-05'),
    ('potential_logistic', 'auc', 0.87, 0.82, 0.91, 0.5, 'rolling 2024-07-09/2025-04-05'),
    ('potential_logistic', 'log_loss_gain', 0.16, 0.1, 0.21, 0, 'rolling 2024-07-09/2025-04-05'),
    ('potential_logistic', 'ece', 0.061, NULL, NULL, NULL, 'rolling 2024-07-09/2025-04-05'),
    ('potential_logistic', 'capture', 0.62, 0.58, 0.66, 0.55, 'rolling 2024-07-09/2025-04-05'),
    ('potential_logistic', 'capture_gain', 0.07, 0.03, 0.11, 0, 'rolling 2024-07-09/2025-04-05'),
    ('potential_logistic', 'capture_oracle', 0.72, NULL, NULL, NULL, 'rolling 2024-07-09/2025-04-05'),
    ('potential_logistic', 'new_top20_met', 0.3, NULL, NULL, NULL, 'rolling 2024-07-09/2025-04-05');
INSERT INTO marts.model_card
SELECT 'potential_logistic', format('lift_decile_{:02d}', tenth), lift, greatest(0, lift - 0.4), lift + 0.4, 1, 'rolling 2024-07-09/2025-04-05'
FROM (VALUES (1, 3.6), (2, 2.4), (3, 1.3), (4, 0.9), (5, 0.6), (6, 0.4), (7, 0.3), (8, 0.2), (9, 0.2), (10, 0.1)) AS tenths (tenth, lift);
INSERT INTO marts.model_card
SELECT 'potential_logistic', format('reliability_{:02d}', bin), observed, greatest(0, observed - 0.1), observed + 0.1, predicted, 'rolling 2024-07-09/2025-04-05'
FROM (VALUES (1, 0.02, 0.03), (2, 0.2, 0.24), (3, 0.7, 0.62)) AS bins (bin, predicted, observed);
